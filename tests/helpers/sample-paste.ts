/** A real paste from 2018, taken from a talk about answering support questions. */
export const SAMPLE_PASTE = `ERROR <command> Error while updating host specs: API error. status: 403, msg: api request failed
WARNING <command> Failed to post metrics value (will retry): API error. status: 403, msg: api request failed
INFO <main> Starting mackerel-agent version:0.48.1, rev:f71d19b, apibase:https://api.mackerelio.com
WARNING <command> API error. status: 403, msg: status code is not 200
command.Prepare failed: failed to prepare host: failed to find this host on mackerel (You may want to delete file "/var/lib/mackerel-agent/id" to register this host to an another organization): API error. status: 403, msg: status code is not 200
`;
