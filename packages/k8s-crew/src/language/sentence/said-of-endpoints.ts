/** “怎么一个端点都没有”, said of a service: why there are none. */
export const saidOfEndpoints = (text: string): string =>
  text.replace(
    /^(?<what>[A-Za-z][\w./-]*)\s?(?:这个)?(?:service|svc|服务)?\s?(?:怎么|为什么|为啥|咋|为何)(?:会|就)?(?:连)?(?:一个|半个)?\s?(?:endpoints?|端点|ep(?![a-z])|后端)\s?(?:都|也)?(?:没有|没|不存在|是空的|空)了?(?=[呢啊呀\s?？。!！]*$)/iu,
    "服务 $<what> 为什么没有端点",
  );
