/** What is scaled. */
const inventory = {
  context: "dev-cluster",
  apiVersion: "apps/v1",
  kind: "Deployment",
  namespace: "dev",
  name: "inventory",
};

const v2 = "cart-service-v2-ghijk";

const say = (text) => ({ text });
const callsOf = (...calls) => ({ calls: calls.map(([name, args]) => ({ name, arguments: args })) });

/** A plan as the crew's planner gives it, by the one tool that it has. */
const plan = (view, calls = [], more = {}) => ({
  calls: [
    {
      name: "final_answer",
      arguments: {
        view,
        calls: calls.map(([tool, args]) => ({
          tool,
          arguments: Object.entries(args).map(([name, value]) => ({ name, value: String(value) })),
          reason: "asked for",
        })),
        ...more,
      },
    },
  ],
});

/** What each kind of server calls the same things. */
export const wordsOf = {
  bundled: {
    nodes: () => ["resources_list", { context: "dev-cluster", apiVersion: "v1", kind: "Node" }],
    pods: (namespace) =>
      namespace === undefined
        ? ["pods_list", { context: "dev-cluster" }]
        : ["pods_list_in_namespace", { context: "dev-cluster", namespace }],
    events: () => ["events_list", { context: "dev-cluster", namespace: "dev" }],
    logs: (name) => ["pods_log", { context: "dev-cluster", namespace: "dev", name }],
    scale: (count) => ["resources_scale", { ...inventory, scale: count }],
    scaled: ["resources_get", inventory],
  },
  clusters: {
    nodes: () => ["LIST_NODES", { cluster: "dev-cluster" }],
    pods: (namespace) => [
      "LIST_CORE_RESOURCES",
      { cluster: "dev-cluster", kind: "Pod", apiVersion: "v1", ...(namespace === undefined ? {} : { namespace }) },
    ],
    events: () => ["GET_EVENTS", { cluster: "dev-cluster", namespace: "dev", kind: "Pod", apiVersion: "v1", name: v2 }],
    logs: (name) => ["GET_POD_LOGS", { cluster: "dev-cluster", namespace: "dev", name }],
    scale: undefined,
  },
};

/**
 * Each turn with what a person says, what the crew's planner is answered (once, where it is asked), and what a loop over
 * all tools is answered until it calls nothing more. The loop's sentences are kept as short as they can be. `changes` is
 * the call that reads what a story changes.
 */
export const storiesFor = (words) => [
  {
    name: "pods of a namespace",
    turns: () => [
      {
        say: "list the pods in dev",
        plan: plan("call", [words.pods("dev")]),
        loop: [callsOf(words.pods("dev")), say("These are the pods in dev.")],
        status: "ok",
      },
    ],
  },
  {
    name: "logs of cart-service, one of two versions",
    turns: () => [
      {
        say: "show me the logs of cart-service in dev",
        plan: plan("call", [words.logs("cart-service")]),
        loop: [callsOf(words.pods("dev")), say("Two versions run, v1 and v2. Which one do you mean?")],
        status: "needs_input",
      },
      {
        say: "the v2 one",
        loop: [callsOf(words.logs(v2)), say("This is its log; it failed with 500 twice.")],
        status: "ok",
      },
    ],
  },
  {
    name: "health check",
    turns: () => [
      {
        say: "what is wrong in my cluster?",
        plan: plan("health"),
        loop: [
          callsOf(words.nodes()),
          callsOf(words.pods()),
          callsOf(words.events()),
          callsOf(words.logs("redis-0")),
          say("A node is not ready, and some pods in dev crash or wait."),
        ],
        status: "needs_input",
      },
      // The crew shows what it is going to look at first; a loop does not.
      { say: "run it", loop: [], status: "ok" },
    ],
  },
  ...(words.scale === undefined
    ? []
    : [
        {
          name: "scale, with approval",
          changes: words.scaled,
          turns: (run) => [
            {
              say: `scale inventory in dev to ${run + 3}`,
              plan: plan("call", [words.scale(run + 3)]),
              loop: [say(`Shall I scale deployment inventory in dev to ${run + 3}?`)],
              status: "needs_approval",
            },
            { say: "yes", loop: [callsOf(words.scale(run + 3)), say("It is scaled.")], status: "ok" },
          ],
        },
      ]),
];
