/** Programs that are looked around with in a container: what begins with one of them is a command line. */
export const programs: readonly string[] = (
  "ls cat env printenv ps df du free curl wget nslookup dig host ping nc netstat ss date hostname id whoami uname pwd " +
  "head tail grep find echo top mount ip ifconfig sh bash redis-cli psql mysql mysqladmin mongosh rabbitmqctl kafka-topics.sh " +
  "nginx java jstack jmap python python3 node lsof strace tcpdump openssl stat wc awk sed uptime cqlsh"
).split(" ");
