import type { Stage } from "./servers.ts";

/** Changes that somebody else makes to the cluster: past the server, so that nothing of what is kept is dropped. */
export const behindOurBack = ({ sandbox }: Stage, cluster = "dev-cluster") => {
  const server = sandbox.contexts.find(({ name }) => name === cluster)?.server ?? "";
  const request = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${server}${path}`, init);
    return { status: response.status, body: await response.text() };
  };
  const make = (path: string, object: object) =>
    request(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(object),
    });
  const names = async (path: string): Promise<readonly string[]> => {
    const { items } = JSON.parse((await request(path)).body);
    return items.map(({ metadata }: { metadata: { name: string } }) => metadata.name);
  };
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 100 && !(await isSo()); tries += 1) await new Promise((done) => setTimeout(done, 50));
  };
  const pods = async (namespace: string, workload: string) =>
    (await names(`/api/v1/namespaces/${namespace}/pods`)).filter((name) => name.startsWith(workload));
  return {
    makeNamespace: (name: string) =>
      make("/api/v1/namespaces", { apiVersion: "v1", kind: "Namespace", metadata: { name } }),
    removeNamespace: async (name: string) => {
      await request(`/api/v1/namespaces/${name}`, { method: "DELETE" });
      await until(async () => !(await names("/api/v1/namespaces")).includes(name));
    },
    makePod: (namespace: string, name: string) =>
      make(`/api/v1/namespaces/${namespace}/pods`, {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name },
        spec: { containers: [{ name: "main", image: "busybox" }] },
      }),
    removePod: async (namespace: string, name: string) => {
      await request(`/api/v1/namespaces/${namespace}/pods/${name}`, { method: "DELETE" });
      await until(async () => !(await pods(namespace, name)).includes(name));
    },
    scale: (namespace: string, deployment: string, replicas: number) =>
      request(`/apis/apps/v1/namespaces/${namespace}/deployments/${deployment}/scale`, {
        method: "PATCH",
        headers: { "content-type": "application/merge-patch+json" },
        body: JSON.stringify({ spec: { replicas } }),
      }),
    /** The first pod of a workload goes, its controller makes another, and that has begun to run. */
    replacePod: async (namespace: string, workload: string) => {
      const before = await pods(namespace, workload);
      const [old = ""] = before;
      await request(`/api/v1/namespaces/${namespace}/pods/${old}`, { method: "DELETE" });
      const newcomers = async () => (await pods(namespace, workload)).filter((name) => !before.includes(name));
      await until(async () => (await newcomers()).length > 0 && !(await pods(namespace, workload)).includes(old));
      const [now = ""] = await newcomers();
      const one = async () => (await request(`/api/v1/namespaces/${namespace}/pods/${now}`)).body;
      await until(async () => !/ContainerCreating|"phase":\s*"Pending"/.test(await one()));
      return { old, now };
    },
  };
};
