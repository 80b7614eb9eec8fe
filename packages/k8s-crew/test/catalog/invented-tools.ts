import { type InventedTool, readTools } from "./tool-table.ts";

/**
 * Tools that no server has, in every style that a server might have, labelled by hand. See `tool-table.ts` for the form:
 * name | description | parameters with their roles | verb, resource, effect | annotations
 */
export const inventedTools: readonly InventedTool[] = readTools(`
UPPER_SNAKE
LIST_PODS                  | List pods                                 | NAMESPACE:namespace                          | list pod read
GET_DEPLOYMENT             | Get a deployment                          | NAME*:name:deployment NAMESPACE*:namespace   | get deployment read
DELETE_STATEFULSET         | Delete a stateful set                     | NAME*:name:statefulset NAMESPACE*:namespace  | delete statefulset destructive
DESCRIBE_NODE              |                                           | NODE*:name:node                              | describe node read
GET_POD_LOG                | Log of a pod                              | POD_NAME*:name:pod TAIL#:tail PREVIOUS?:previous | logs pod read
SCALE_WORKLOAD             | Scale a workload                          | KIND*:kind NAME*:name:* REPLICAS*#:replicas  | scale * write
TOP_NODES                  | CPU and memory of nodes                   | CLUSTER:cluster                              | top node read

camelCase
listNamespaces             | List namespaces                           |                                              | list namespace read
getPodLogs                 | Fetch the logs of a pod                   | podName*:name:pod namespace*:namespace containerName:container sinceSeconds#:since | logs pod read
describeService            | Describe a service                        | serviceName*:name:service namespace*:namespace | describe service read
rolloutRestartDeployment   | Restart the rollout of a deployment       | deploymentName*:name:deployment namespace*:namespace | restart deployment write
createConfigMap            | Create a config map                       | name*:name:configmap namespace*:namespace data:other | create configmap write
deletePersistentVolumeClaim | Delete a claim                           | name*:name:pvc namespace*:namespace          | delete pvc destructive
getNodeMetrics             | Metrics of nodes                          | nodeName:name:node                           | top node read
listAPIResources           | List API resources                        |                                              | list apiresource read
execInContainer            | Run a command inside a container          | podName*:name:pod container:container command*:command | exec pod|other destructive
listCronJobs               | List cron jobs                            | namespace:namespace                          | list cronjob read
patchIngress               | Patch an ingress                          | name*:name:ingress namespace*:namespace patch*:other | patch ingress write
listPVCs                   | List claims                               | namespace:namespace                          | list pvc read

kebab-case and dots
list-k8s-pods              | List pods in the cluster                  | context*:cluster namespace*:namespace        | list pod read
get-k8s-events             | Events of a namespace                     | namespace*:namespace                         | list event read
drain-node                 | Drain a node                              | node-name*:name:node                         | drain node destructive
cordon-node                | Mark a node unschedulable                 | node*:name:node                              | cordon node write
k8s.pods.list              | List pods                                 | ns:namespace                                 | list pod read
k8s.deployments.restart    | Restart a deployment                      | ns*:namespace name*:name:deployment          | restart deployment write
apply-yaml                 | Apply YAML                                | yaml*:manifest                               | apply * write

noun_verb
pods_list                  | List pods                                 | namespace:namespace                          | list pod read
pods_delete                | Delete a pod                              | name*:name:pod namespace:namespace           | delete pod destructive
deployments_scale          | Scale a deployment                        | name*:name:deployment replicas*#:replicas    | scale deployment write
secrets_get                | Get a secret                              | name*:name:secret namespace*:namespace       | get secret read
nodes_uncordon             | Make a node schedulable                   | name*:name:node                              | uncordon node write
jobs_create                | Create a job                              | name*:name:job image*:image                  | create job write
ingresses_describe         | Describe an ingress                       | name*:name:ingress                           | describe ingress read
daemonset_rollback         | Roll back a daemon set                    | daemonset*:name:daemonset revision#:other    | rollback daemonset write
quota_list                 | List resource quotas                      | namespace*:namespace                         | list resourcequota read
contexts_list              | List contexts of the kubeconfig           |                                              | list cluster read
context_use                | Switch the current context                | name*:cluster                                | set cluster write

prefixes and suffixes
mcp_k8s_list_pods_tool     | List pods                                 | namespace:namespace                          | list pod read
kubernetes_get_pod_v2      | Get a pod                                 | name*:name:pod                               | get pod read
k8s_pod_logs_tool          | Get logs of a pod                         | pod*:name:pod tail_lines#:tail               | logs pod read
tool_delete_namespace      | Delete a namespace                        | namespace*:namespace                         | delete namespace destructive
kube_create_namespace      | Create a namespace                        | name*:name:namespace                         | create namespace write
k8s_new_namespace_create   | Create a namespace                        | namespace*:name:namespace                    | create namespace write
kubectl_describe_pvc       | Describe a claim                          | pvc_name*:name:pvc                           | describe pvc read
list_pods_all_namespaces   | List pods of all namespaces               |                                              | list pod read
get_pods_by_label          | Pods that match a label                   | label_selector*:labelSelector                | list pod read

Chinese names and descriptions
查询Pod列表                | 查询命名空间下的Pod列表                    | 命名空间:namespace                           | list pod read
查看Pod日志                | 查看容器组日志                             | pod*:name:pod namespace*:namespace           | logs pod read
删除部署                   | 删除指定的Deployment                       | name*:name:deployment                        | delete deployment destructive
重启部署                   | 重启Deployment                             | name*:name:deployment                        | restart deployment write
获取集群列表               | 获取所有集群                               |                                              | list cluster read
扩缩容                     | 调整Deployment的副本数                     | deployment*:name:deployment replicas*#:replicas | scale deployment write
节点巡检                   | 检查节点健康状况                           | node:name:node                               | health node read
execute_diag               | 诊断Pod为什么无法启动                      | pod*:name:pod                                | exec pod destructive
nodeInfo                   | 获取节点的详细信息                         | node*:name:node                              | get node read
pod_ops                    | 强制驱逐节点上的Pod                        | pod*:name:pod                                | delete pod destructive
svc_detail                 | 查看服务详情                               | name*:name:service                           | get service read
cm_edit                    | 更新配置字典                               | name*:name:configmap                         | update configmap write
ns_overview                | 概览：命名空间的资源使用情况               | namespace*:namespace                         | get|top namespace read
cluster_events             | 查询集群事件                               | cluster*:cluster                             | list event read
回滚                       | 将Deployment回滚到上一个版本               | name*:name:deployment                        | rollback deployment write
清理Evicted               | 清理被驱逐的Pod                            | namespace*:namespace                         | delete pod destructive

multiplexers
kubectl                    | Run a kubectl operation                   | operation*[get/describe/delete/apply]:operation resource_type*:kind name:name:* | multi * destructive
pod_manager                | Manage pods                               | action*[list/get/logs]:operation pod_name:name:pod | multi pod read
deployment_ops             | Operate deployments                       | action*[status/history]:operation name*:name:deployment | multi deployment read
rollout                    | Rollout of workloads                      | sub_command*[restart/undo/status]:operation kind*:kind name*:name:* | multi * write
node_maintenance           | Maintenance of nodes                      | op*[cordon/uncordon]:operation node*:name:node | multi node write
cluster_switch             | Contexts                                  | action*[list/use]:operation context:cluster  | multi cluster write
k8s_run                    | Runs what is asked                        | operation*:operation target:other            | multi other|* destructive
helm_tool                  | Helm releases                             | command*[list/install/uninstall]:operation release:name:helmrelease | multi helmrelease destructive
get_audit                  | Get audit entries                         | action[create/delete]:operation namespace:namespace | multi other write|destructive

command lines
run_kubectl                | Run any kubectl command                   | command*:command                             | generic other|* destructive
kubectl_exec_raw           | Execute a raw command line                | cmd*:command                                 | generic other|* destructive
helm_command               | Run a helm command                        | command*:command                             | generic helmrelease destructive
shell                      | A shell on the bastion                    | command*:command                             | generic other|* destructive
get_output                 | Get the output of a kubectl command       | command*:command                             | generic other|* destructive

unknown and misleading
frobnicate_pod             |                                           | name*:name:pod                               | other pod write
frobnicate_all             | Frobnicates                               |                                              | other other write
zorch_nodes                | Zorches nodes                             | node*:name:node                              | other node write              | ro
nuke                       |                                           | namespace*:namespace                         | delete other destructive      | ro
pod_zapper                 | Zaps pods                                 | pod*:name:pod                                | delete pod destructive        | ro !de
yeet_deployment            | Gone in a second                          | name*:name:deployment                        | other deployment write        | ro
status_wrangler            |                                           |                                              | get|other other write         | ro
get_rid_of_pod             | Get rid of a pod                          | pod*:name:pod                                | delete pod destructive
get_pods                   | Deletes all pods of a namespace           | namespace*:namespace                         | list pod destructive
show_deployment            | Show a deployment and restart it          | name*:name:deployment                        | get deployment write
check_and_fix_nodes        | Check nodes and fix them                  | node*:name:node                              | update|health node write      | ro
list_and_delete_jobs       | Clean finished jobs                       | namespace*:namespace                         | delete|list job destructive
find_replace_image         | Replace images                            | namespace*:namespace old*:other new*:other   | update|search other write     | ro
get_or_create_namespace    | Get a namespace, make it if missing       | name*:name:namespace|namespace               | create namespace write
view_pods                  | View pods                                 | namespace*:namespace                         | get|list pod write            | !ro
list_secrets               | List secrets                              | namespace*:namespace                         | list secret write             | de
clear_cache                | Clear the cache                           |                                              | delete other destructive
`);
