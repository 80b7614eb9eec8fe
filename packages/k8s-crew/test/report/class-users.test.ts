import { expect, test } from "vitest";
import { classUsersAnswer } from "../../src/report/class-users.ts";

const looked = { language: "en", width: 120, now: 0, name: "slow-disks" } as const;
const claim = (name: string, storageclass: string) => ({
  name,
  namespace: "orders",
  fields: { status: "Bound", capacity: "5Gi", storageclass },
});
const pod = (name: string, claimName?: string) => ({
  name,
  namespace: "orders",
  fields: {},
  ...(claimName === undefined
    ? {}
    : {
        object: {
          kind: "Pod",
          spec: { containers: [{ name: "app" }], volumes: [{ persistentVolumeClaim: { claimName } }] },
        },
      }),
});

test("the claims of a class are told with the pods that use them, named by a stateful set or referred to", () => {
  const claims = [claim("data-till-db-0", "slow-disks"), claim("exports", "slow-disks"), claim("cache", "fast")];
  const pods = [pod("till-db-0"), pod("till-export-5c9f", "exports"), pod("till-db-1")];
  const text = classUsersAnswer(claims, pods, looked) ?? "";
  expect(text).toMatch(/slow-disks is a StorageClass: 2 claims are of it, used by 2 pods\./);
  expect(text).toMatch(/data-till-db-0 .* till-db-0/);
  expect(text).toMatch(/exports .* till-export-5c9f/);
  expect(text).not.toMatch(/cache|till-db-1/);
});

test("what no claim is of is no class that anything uses", () => {
  expect(classUsersAnswer([claim("cache", "fast")], [pod("till-db-0")], looked)).toBeUndefined();
});
