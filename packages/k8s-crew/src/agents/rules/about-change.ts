import type { Catalog } from "../../catalog/types.ts";
import { effectOfChange } from "../../guidance/change-effects.ts";
import { kubectlFor } from "../../guidance/kubectl.ts";
import type { Request } from "../../language/index.ts";
import { clusterHere } from "../../memory/cluster-here.ts";
import type { Language } from "../../output/output.ts";
import { sayCard } from "../../words/card-words.ts";
import { sayOfChange } from "../../words/change-question-words.ts";
import { sayWrite } from "../../words/write-words.ts";
import type { PlannerInput, PlannerReply } from "../types.ts";
import { restartOf } from "./before-restart.ts";
import { defaultResource } from "./default-resource.ts";

type Context = { readonly catalog: Catalog; readonly turn: PlannerInput };

/** A change that is only asked about: what it would do, how it is made with kubectl, and the change as an offer. */
export const aboutChange = (request: Request, { catalog, turn }: Context): PlannerReply => {
  const { language } = turn;
  const { considered, verb = "get" } = request;
  const spoken = request.name === undefined ? spokenOf(turn) : {};
  const { home } = turn;
  const resource = home?.resource ?? request.resource ?? spoken.resource ?? defaultResource(verb, request);
  const meant = { ...request, ...spoken, resource };
  const name = home?.name ?? meant.name ?? "<name>";
  const namespace = home === undefined ? (request.namespace ?? turn.entities.namespace?.value) : home.namespace;
  const cluster = home?.cluster ?? request.cluster ?? clusterHere(turn);
  const command =
    kubectlFor({ ...meant, verb, resource, name, namespace: namespace ?? "<namespace>", cluster }) ?? undefined;
  const isOffered = request.name !== undefined && catalog.find({ verb, resource }).length > 0;
  const change = considered?.change ?? "";
  const told =
    considered?.of === "way"
      ? []
      : [...effectsIn(language, meant.name === undefined ? request : meant, home), sayOfChange(language, "whose")];
  const said = [sayOfChange(language, "nothingDone"), ...told].join(language === "zh" ? "" : " ");
  const how =
    command === undefined ? sayOfChange(language, "noCommand") : sayOfChange(language, "command", { command });
  const offer = isOffered ? [sayOfChange(language, "offered")] : [];
  return {
    kind: "answer",
    text: [said, how, ...offer].join("\n"),
    ...(isOffered ? { nextSteps: [{ label: change, message: change }] } : {}),
    ...(home === undefined && verb === "restart" ? seeking(meant, turn) : {}),
  };
};

/** What a restart comes to depends on what it is and how many run: that is looked for where a name was said. */
const seeking = ({ name, resource, cluster, namespace, clusterWord }: Sought, { entities }: PlannerInput) =>
  name === undefined || !workloads.has(resource)
    ? {}
    : {
        seeks: {
          name,
          resource,
          isSaid: false,
          ...(clusterWord === undefined ? { cluster, namespace } : { namespace: namespace ?? clusterWord }),
          remembered: entities.namespace?.value,
        },
      };

type Sought = Request & { readonly resource: string };

/** What the change comes to for this very thing, where it was found; else for any of its kind. */
const effectsIn = (language: Language, request: Request, home: PlannerInput["home"]): readonly string[] => {
  const own = request.verb === "restart" && home !== undefined ? restartOf(home, language) : [];
  return own.length > 0 ? own : [effectIn(language, request)];
};

/** “Should I delete it”: what was spoken of last. */
const spokenOf = ({ last }: PlannerInput): { readonly name?: string; readonly resource?: string } =>
  last?.name === undefined ? {} : { name: last.name, resource: last.resource };

const workloads: ReadonlySet<string> = new Set(["deployment", "statefulset", "replicaset", "daemonset"]);

const effectIn = (language: Language, { verb = "get", resource = "", replicas }: Request): string => {
  const loss = verb === "delete" ? lossOf(language, resource) : "";
  const effect = sayCard(language, effectOfChange(verb, { to: replicas }), { loss }).trim();
  const data = verb === "delete" && resource === "pod" ? [sayCard(language, "podData")] : [];
  return [effect, ...data].join(language === "zh" ? "" : " ");
};

/** What goes with a thing of this kind, whatever its state. */
const lossOf = (language: Language, resource: string): string => {
  if (resource === "namespace") return sayWrite(language, "allGoes");
  if (resource === "pvc" || resource === "pv") return sayWrite(language, "dataGoes");
  if (resource === "pod") return sayOfChange(language, "pod");
  return workloads.has(resource) ? sayOfChange(language, "workload") : "";
};
