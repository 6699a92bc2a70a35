import t from 'tap';
import { codeOf, explainFailure } from '../../../runtime/network/explain-failure.js';

const failure = (code: string) => Object.assign(new Error(code), { code });

t.test('what keeps an answer away is one sentence', async (t) => {
  const said = (code: string) => explainFailure('h:1', failure(code)).message;
  t.equal(said('ECONNREFUSED'), "ask 'h:1': connection refused");
  t.equal(said('ENOTFOUND'), "ask 'h:1': no host of this name is known");
  t.equal(said('UND_ERR_HEADERS_TIMEOUT'), "ask 'h:1': it did not answer in time");
  t.equal(said('UND_ERR_SOCKET'), "ask 'h:1': the connection was cut");
  t.equal(said('ODD'), "ask 'h:1': ODD");
  t.match(explainFailure('h', failure('CERT_HAS_EXPIRED')), { code: 'unforeseen', cure: /--ca-file/ });
});

t.test('the word is found in what an error was made of', async (t) => {
  t.equal(codeOf(new Error('a', { cause: failure('EPROTO') })), 'EPROTO');
  t.equal(codeOf(new AggregateError([failure('ECONNREFUSED')])), 'ECONNREFUSED');
  t.equal(codeOf(undefined), '');
});
