import { expect, test } from "vitest";
import { createK8sCrew } from "../../src/index.ts";

test.each(["how are my clusters?", "集群状态"])(
  "a crew without tools never calls a cluster fine: “%s”",
  async (message) => {
    const crew = createK8sCrew({ tools: [] });
    const result = await crew.conversation().send(message);
    expect(result.answer).toMatch(/no tool|没有可用的工具/);
    expect(result.answer).not.toMatch(/fine|正常/);
    await crew.close();
  },
);
