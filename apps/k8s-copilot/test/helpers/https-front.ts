import { once } from "node:events";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:https";
import { fileURLToPath } from "node:url";

/** Made for 127.0.0.1 alone: `valid` until 2126, `expired` in 2020. */
export type Certificate = "valid" | "expired";

const fileOf = (name: string): string => fileURLToPath(new URL(`../fixtures/tls/${name}`, import.meta.url));

export const certificateFile = (name: Certificate): string => fileOf(`${name}.crt`);

/** The cluster behind `server`, over https: kubectl and its kin log in nowhere else. */
export const startHttpsFront = async (server: string, name: Certificate) => {
  const { hostname, port, pathname } = new URL(server);
  const files = { cert: readFileSync(fileOf(`${name}.crt`)), key: readFileSync(fileOf(`${name}.key`)) };
  const front = createServer(files, (incoming, outgoing) => {
    const { url: path, method, headers } = incoming;
    const onwards = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onwards.on("error", () => outgoing.destroy());
    incoming.pipe(onwards);
  });
  await once(front.listen(0, "127.0.0.1"), "listening");
  const address = front.address();
  const own = typeof address === "object" ? address?.port : undefined;
  return {
    server: `https://127.0.0.1:${own}${pathname}`,
    close: () => {
      front.closeAllConnections();
      front.close();
    },
  };
};
