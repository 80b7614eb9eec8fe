import { type InventedTool, readTools } from "./tool-table.ts";

/** Invented tools of lying servers, of Kubernetes' neighbours and of other worlds. The form is that of `tool-table.ts`. */
export const inventedToolsOfNeighbours: readonly InventedTool[] = readTools(`
lying annotations: the name changes something, the hint says it reads
delete_pod                 | Delete a pod                              | name*:name:pod                               | delete pod destructive        | ro !de
restart_deployment         | Restart a deployment                      | name*:name:deployment                        | restart deployment write      | ro
exec_pod                   | Execute a command in a pod                | pod*:name:pod command*:command               | exec pod destructive          | ro !de
scale_deployment           | Scale                                     | name*:name:deployment replicas*#:replicas    | scale deployment write        | ro
apply_manifest             | Apply a manifest                          | manifest*:manifest                           | apply * write                 | ro
drain_node                 | Drain                                     | node*:name:node                              | drain node destructive        | ro !de
pods_purge                 | Remove finished pods                      | namespace*:namespace                         | delete pod destructive        | ro
export_and_delete_pvc      | Export a claim, then delete it            | name*:name:pvc                               | delete pvc destructive        | ro
debug_pod                  | Attach a debug container to a pod         | pod*:name:pod                                | diagnose pod write|destructive
run_job                    | Run a job                                 | name*:name:job                               | run job write                 | ro
kubectl_any                | Run any kubectl command, read only        | command*:command                             | generic other|* destructive   | ro
node_ops                   | Node operations                           | operation*[cordon/drain]:operation node*:name:node | multi node destructive  | ro

doubtful words, settled by description or hint
export_pod_metrics_report  | Exports metrics as CSV                    | namespace:namespace                          | get|top pod read              | ro
debug_service              | Shows why a service has no endpoints      | name*:name:service                           | diagnose service read
generate_manifest          | Generate a deployment manifest            | kind*:kind name*:name:*                      | generate * read
generate_token             | Generate a token of a service account     | service_account*:name:serviceaccount         | generate other|serviceaccount write
query_metrics              | Queries Prometheus                        | query*:other                                 | search|top other read         | ro
backup_etcd                | Back up etcd                              | cluster*:cluster                             | get other write
test_connection            | Test the connection to a cluster          | cluster*:cluster                             | health cluster|other write
scan_image                 | Scan an image for vulnerabilities         | image*:image                                 | diagnose other read           | ro

reads that look like writes
list_restores              | List restores                             |                                              | list other read
get_deployment_scale       | Get the scale of a deployment             | name*:name:deployment                        | get deployment read
get_rollout_history        | History of a rollout                      | deployment_name*:name:deployment             | get other|deployment read
list_node_taints           | List taints of nodes                      | node:name:node                               | list node|other read
get_restart_count          | Restarts of a pod                         | pod*:name:pod                                | get other|pod read
show_labels                | Show labels of a pod                      | pod*:name:pod                                | get pod|other read
describe_hpa               | Describe an autoscaler                    | hpa*:name:hpa                                | describe hpa read
wait_for_rollout           | Wait until a rollout is done              | deployment*:name:deployment                  | wait other|deployment read
validate_yaml              | Validate a manifest                       | yaml*:manifest                               | validate * read
diff_deployment            | Compare a deployment with a manifest      | name*:name:deployment manifest*:manifest     | diff deployment read
explain_field              | Explain a field of a kind                 | kind*:kind field:other                       | explain * read
cluster_health             | Health of the cluster                     | cluster:cluster                              | health cluster read
check_api_server           | Check the API server                      |                                              | health other read
get_pod_events             | Events of a pod                           | pod_name*:name:pod namespace*:namespace      | list event read
list_node_pools            | List node pools                           | cluster*:cluster                             | list other read
list_pod_files             | List files in a pod                       | pod*:name:pod path*:other                    | list other read
delete_pod_file            | Delete a file in a pod                    | pod*:name:pod path*:other                    | delete other destructive

helm
helm_list_releases         | List releases                             | namespace:namespace                          | list helmrelease read
helm_upgrade_release       | Upgrade a release                         | release_name*:name:helmrelease chart*:other  | upgrade helmrelease write
helm_rollback              | Roll back a release                       | release*:name:helmrelease revision#:other    | rollback helmrelease write
helm_uninstall             | Uninstall a release                       | release*:name:helmrelease                    | uninstall helmrelease destructive
helm_get_values            | Values of a release                       | release*:name:helmrelease                    | get helmrelease read
helm_repo_add              | Add a chart repository                    | name*:name:other url*:other                  | create other write
helm_install               | Install a chart                           | name*:name:helmrelease chart*:other namespace:namespace | install helmrelease write

istio, argo and other neighbours
istio_list_virtual_services | List virtual services                    | namespace:namespace                          | list other read
istio_analyze              | Analyze the mesh configuration            | namespace:namespace                          | diagnose other read
argocd_sync_application    | Sync an application                       | application*:other                           | apply other write
argocd_get_application     | Get an application                        | application*:other                           | get other read
argo_submit_workflow       | Submit a workflow                         | manifest*:manifest                           | create other|* write
argo_terminate_workflow    | Terminate a workflow                      | workflow_name*:name:other                    | delete other destructive
argo_rollouts_promote      | Promote a rollout                         | rollout*:other                               | set other write
velero_create_backup       | Create a backup                           | name*:name:other                             | create other write
prometheus_query_range     | Query a range                             | promql*:other                                | search other read             | ro
cert_manager_renew         | Renew a certificate                       | certificate*:name:certificate                | update certificate write
kustomize_build            | Build a kustomization                     | path*:other                                  | create other write
flux_reconcile_source      | Reconcile a source                        | name*:name:other                             | apply other write
crossplane_list_claims     | List claims                               |                                              | list other read

other worlds
send_email                 | Send an email                             | to*:other subject*:other body*:other         | copy other write
read_file                  | Read a file                               | path*:other                                  | get other read
write_file                 | Write a file                              | path*:other content*:other                   | update other write
web_search                 | Search the web                            | query*:other                                 | search other read
create_issue               | Create an issue                           | title*:other                                 | create other write
get_weather                | Get the weather                           | city*:other                                  | get other read
answer_with_context        | Answer a question                         | question*:other                              | other other write
merge_pull_request         | Merge a pull request                      | number*#:other                               | patch other write
`);
