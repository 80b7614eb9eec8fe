import { at, isRecord, listAt, textAt } from "./values.ts";

/** What a probe asks: `httpGet :8080/ready`, `tcpSocket :5432`, `exec pg_isready`. */
export const probeAsks = (probe: unknown): string => {
  const http = at(probe, "httpGet");
  if (isRecord(http)) return `httpGet :${textAt(http, "port")}${textAt(http, "path")}`;
  if (isRecord(at(probe, "tcpSocket"))) return `tcpSocket :${textAt(probe, "tcpSocket", "port")}`;
  if (isRecord(at(probe, "grpc"))) return `grpc :${textAt(probe, "grpc", "port")}`;
  return `exec ${listAt(probe, "exec", "command").join(" ")}`;
};

/** A probe in one line: what is asked, how often, and how many failures it takes. */
export const probeText = (probe: unknown): string => {
  if (!isRecord(probe)) return "-";
  const numbers = ["initialDelaySeconds", "periodSeconds", "timeoutSeconds", "failureThreshold"].flatMap((key) => {
    const value = textAt(probe, key);
    return value === "" ? [] : [`${key} ${value}`];
  });
  return [probeAsks(probe), ...numbers].join(", ");
};
