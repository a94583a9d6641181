import { expect, it } from 'vitest';
import { siteDataOf } from '../../src/cli/content-data.ts';
import { searchSources } from '../../src/cli/search-sources.ts';
import { answerQuery } from '../../src/search/rank/answer-query.ts';
import { content } from '../helpers/whole-content.ts';

const data = siteDataOf(content);
const sources = { en: searchSources(data, 'en'), ja: searchSources(data, 'ja') };
const resultsOf = async (text: string): Promise<string[]> =>
  (await answerQuery(text, sources[/[^\0-\x7f]/.test(text) ? 'ja' : 'en'])).results;

it.each([
  'wazuh agent error 403',
  'Buildkite agent not starting',
  'amazon-ssm-agent access denied',
  'Error: Zabbix agent 403 Forbidden',
  'sendgrid api key 401',
  'GitLab runner 403 forbidden',
  '[alert] haproxy 503 no server available',
  'our teleport agent: connection refused',
  'LogicMonitor agent 403',
  'Hinemosエージェントのログはどこ',
  'HinemosのAPIキー',
  'cloudwatch agent 403',
  'CloudWatchエージェントが起動しない',
  'SQL Server Agentが起動しない',
  'ssh-agent permission denied',
  'how to upgrade buildkite agent',
  'what port does the sccm agent use',
  'データドッグが起動しない',
  'node_exporter 起動しない',
  'sophos agent is not updating',
  'newrelic-infra license key',
])('attributes %s to another product', async (text) => {
  expect(await resultsOf(text)).toEqual([]);
});

it.each([
  'agent error 403',
  'the agent does not start',
  'Legacy agent does not start',
  'zombie agent after upgrade',
  'tsdb 403',
  'Mackerel agent 403',
  'purge agent from debian',
  'container agent does not start',
  'oom kiled agent',
  'Authetication failed 401',
  'k8sで403になる',
  'エージェントが403で止まる',
  'ReportCheckMonitors: 502',
  'sudo: unknown user: zabbix',
  '/opt/wazuh-agent/plugin.sh: not found',
  '/opt/ssh-agent/plugin.sh: not found',
  'misconfigured agent 403',
  'freshly installed agent 401',
  '32 bit agent 403',
  'how to throttle agent',
  'restarted remote agent',
  'kidou dekinai agent',
  'check-aws-cloudwatch-logs: agent log has an error',
  'Mackerel agent beside the CloudWatch agent',
  'sick agent does not start',
  'spare agent',
  'Sophos quarantined mackerel-agent',
])('does not attribute %s to another product', async (text) => {
  expect(await resultsOf(text)).not.toEqual([]);
});

it.each([
  'nginx connection refused upstream',
  'how do I restart nginx',
  'docker compose up',
  'docker composeが立ち上がらない',
  'npm install error EACCES',
  'kafka broker disconnected',
  'Apache 再起動したら起動しない',
  'Outlookの証明書エラー',
  'Error 0x80070005: Access is denied. The Windows Update service could not be started.',
  'cannot ssh into ec2',
  'rds connection limit',
  'VPN 接続 不安定',
  'ansible ssh unreachable',
  'vim 起動しない',
  'PCの電源が入らない',
  'ftpに接続できない',
  'fortigate vpn 切れる',
  'kubernetes pod pending',
  'sshでログインできない',
  'cronが実行されない',
  'expand lvm volume',
  'helm upgrade failed',
])('attributes %s to a neighboring program', async (text) => {
  expect(await resultsOf(text)).toEqual([]);
});

it.each([
  'nginx plugin reports connection refused',
  'Apacheプラグインが403になる',
  '502 bad gateway nginx',
  'Terraformで作ったインスタンスが登録されない',
  'Windows Updateのあとサービスが起動しない',
  'Proxmoxの仮想マシンで時刻がずれる',
  'Dockerのログ',
  'docker composeで動かすエージェント',
  'proxy in apache',
  'EC2なのに認識されない',
  'IMDSv2必須にしたらEC2と紐づかない',
  'IMDSv1を無効にしたら情報が取れない',
  'login page of the hotel wifi is returned instead of the API',
  '先週、通信を復号して検査するUTMを入れたら全台まとめて送れなくなりました',
  'chmod 600したら読めない',
  'kubernetesのノードに繋がらず403',
  'kubernetes pods do not appear',
  'restart apache automatically when the check fails',
  'cronでmkrを実行すると401',
  'nginx status 404 plugin',
])('does not attribute %s to a neighboring program', async (text) => {
  expect(await resultsOf(text)).not.toEqual([]);
});
