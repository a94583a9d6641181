import type { Os } from './prose.ts';

/** Text that shows the platform, whatever the product. */
const MARKS = [
  // `stderr F`: the log of a container, as the node keeps it.
  [
    'kubernetes',
    /\bkubectl\b|^(?:[$%#>] )?k (?:describe|exec|get|logs) |^\[pod\/|^\S+ std(?:out|err) [FP] /m,
  ],
  // The source column of an event, and statuses of pods.
  ['kubernetes', /\bkubelet {2}|\b(?:ErrImagePull|ImagePullBackOff|CrashLoopBackOff)\b/],
  // Fields that collectors add, and pods of a Deployment, whose names end in two hashes.
  [
    'kubernetes',
    /"(?:kubernetes|namespace_name|pod_name)"|\bk8s_(?:container|pod)\b|\bpod="|[a-z\d]-[b-df-hj-np-tv-xz24-9]{8,10}-[b-df-hj-np-tv-xz24-9]{5}(?![\w-])/,
  ],
  // A pod and its container before the time. A host and a program, as in syslog, must not match.
  [
    'kubernetes',
    /^(?:\[[a-z\d][a-z\d.-]* [a-z\d][a-z\d-]*\]|[a-z\d.-]*[a-z]-(?:\d|[1-9]\d|[b-df-hj-np-tv-xz24-9]{5}) [a-z\d][a-z\d-]*) \d{4}\/\d/m,
  ],
  // Words of people who describe a problem.
  ['kubernetes', /(?<![-\w./"])(?:[Pp]ods?|Kubernetes|k8s|EKS|GKE|AKS)(?![-\w./"])/],
  ['ecs', /\baws (?:ecs|logs) |(?<!\bEKS (?:on )?)\bFargate\b|\bECS\b/],
  // Fields that FireLens adds, and the log stream of a task, whose name ends in the task's ID.
  ['ecs', /\becs_(?:cluster|task_arn)["=]|\barn:aws:ecs:|\w\/[\w.-]+\/[\da-f]{32}\b/],
  // Commands, and the names that Compose puts before each line.
  [
    'docker',
    /\bdocker(?:[- ]compose)? (?:exec|inspect|logs|ps|run|up)\b|@[\da-f]{12}:\/|^[\w.-]+(?:[-_]\d+ +\| | +\| \d{4}[-/]\d)/m,
  ],
  // Names that the ECS agent gives to containers on EC2.
  ['ecs', /(?<![\w-])ecs-[\w-]+-\d+-[\w-]+/],
  // A drive, and functions of the Windows network library, which Go names in its errors.
  ['windows', /\b[A-Z]:\\|: [A-Z]:,|\b(?:wsarecv|wsasend|connectex|getaddrinfow): /],
  // The header of an entry in the Event Viewer, and an event as XML.
  ['windows', /\bEvent ID: *\d|イベント ID: *\d|<EventID\b|\bschemas\.microsoft\.com\/win\//],
  // Commands and the prompt of PowerShell, and the properties of events that it lists.
  [
    'windows',
    /^PS(?: [A-Z]:\\[^\n>]*)?> ?\S|\bGet-(?:EventLog|Service|WinEvent)\b|\bLevelDisplayName\b|^(?:EntryType|InstanceId|ProviderName) +: /m,
  ],
  // Words of people who describe a problem.
  ['windows', /\bWindows\b|\bPowerShell\b|\bEvent Viewer\b|イベント ?ビューアー?/],
  // What the kernel calls itself.
  ['macos', /\bDarwin Kernel Version |"(?:name|os)":"Darwin"/],
  ['macos', /\/Users\/|\/opt\/homebrew\/|\bmacOS\b|\bHomebrew\b|\bbrew (?:--prefix|services)\b/],
  ['linux', /\/proc\/|\w\.service\b|\b(?:systemctl|apt-get|yum|dnf)\b/],
] as const;

/** List the platforms that a text shows. */
export function platformsShownBy(text: string): Os[] {
  return [...new Set(MARKS.flatMap(([os, mark]) => (mark.test(text) ? os : [])))];
}
