import { type Attempt, ok } from "../problem.ts";
import { chooseServer, type ServerChoice } from "../servers/choose-server.ts";
import type { OpenRequest } from "../session.ts";
import { maskUrl } from "../settings/mask.ts";

/** What a conversation looks at, as a person would name it; one that goes on has to look at the same. */
export const heldWith = (request: OpenRequest): Attempt<string> => {
  const choice = chooseServer(request);
  return choice.kind === "problem" ? choice : ok(nameOf(choice.value));
};

const nameOf = (choice: ServerChoice): string => {
  switch (choice.kind) {
    case "sandbox":
      return choice.manifests === undefined ? "--sandbox" : `--manifests ${choice.manifests}`;
    case "bundled": {
      const { path, current, ownCurrent } = choice.kubeconfig;
      return `${path} (${ownCurrent ?? current})`;
    }
    case "configured":
      return Object.entries(choice.servers)
        .map(([name, { url, command }]) => (typeof url === "string" ? maskUrl(url) : `${name} (${String(command)})`))
        .join(", ");
  }
};
