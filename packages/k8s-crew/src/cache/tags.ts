/**
 * Where a kept result belongs. Empty where it is not named: all namespaces, the server's own cluster. A description
 * belongs to every kind that it tells of.
 */
export type Spot = {
  readonly server: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly resource: string;
};

/**
 * A tag for every combination of what is known of the spot, the rest left open. Who drops names the combination that is
 * meant, so that the cache only has to compare and nothing is parsed.
 */
export const tagsOf = ({ server, cluster, namespace, resource }: Spot): readonly string[] =>
  [{}, { server }].flatMap((on) =>
    [on, { ...on, cluster }].flatMap((within) =>
      [within, { ...within, namespace }].flatMap((at) => [tagOf(at), tagOf({ ...at, resource })]),
    ),
  );

/** Everything that agrees with what is named here; `tagOf({})` is everything there is. */
export const tagOf = ({ server, cluster, namespace, resource }: Named): string =>
  JSON.stringify([server, cluster, namespace, resource]);

type Named = { readonly [part in keyof Spot]?: string | undefined };
