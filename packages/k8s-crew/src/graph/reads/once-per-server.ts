type Context = { readonly name: string; readonly current: boolean; readonly server: string | undefined };

/**
 * One context of each API server: several of a kubeconfig often lead to one cluster as different users, and what is
 * wrong there would be told once for each.
 */
export const oncePerServer = <Listed extends Context>(contexts: readonly Listed[]): readonly Listed[] =>
  contexts.filter((context) => firstOf(context, contexts) === context);

/** The contexts that are not looked at, each with the one that leads to the same API server. */
export const sameServers = (contexts: readonly Context[]): readonly { name: string; as: string }[] =>
  contexts.flatMap((context) => {
    const first = firstOf(context, contexts);
    return first === context ? [] : [{ name: context.name, as: first.name }];
  });

/** The current one says who the person is; of others, the first. */
const firstOf = <Listed extends Context>(context: Listed, contexts: readonly Listed[]): Listed => {
  if (context.server === undefined) return context;
  const same = contexts.filter(({ server }) => server === context.server);
  return same.find(({ current }) => current) ?? same[0] ?? context;
};
