import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawPage, Html, nowhere, useHere } from './ui.ts'

const drawn = (shown: Html) => shown.html

test('what somebody wrote is text, in an element and in an attribute', () => {
  const sent = '<script>alert("1")</script> & more'
  assert.equal(drawn(<p title={sent}>{sent}</p>), '<p title="&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; more">&lt;script>alert(&quot;1&quot;)&lt;/script> &amp; more</p>')
})

test('nothing, yes and no draw nothing; lists and numbers draw what they are', () => {
  assert.equal(drawn(<ul>{null}{undefined}{true}{false}{0}{['a', <li>b</li>, [1n]]}</ul>), '<ul>0a<li>b</li>1</ul>')
  assert.equal(drawn(<><br /><input checked disabled={false} value="" /></>), '<br/><input checked value/>')
})

test('attributes about meaning say yes and no in words, others are there or not', () => {
  assert.equal(drawn(<a aria-hidden={false} data-done={true} hidden={false} download href="/" rel={undefined}>x</a>), '<a aria-hidden="false" data-done="true" download href="/">x</a>')
})

test('what was not meant for a page is a fault, not a gap in it', () => {
  assert.throws(() => <p>{{ some: 'object' }}</p>, /cannot be drawn/)
  assert.throws(() => <p>{new Date(0)}</p>, /cannot be drawn/)
  assert.throws(() => <p>{() => 'x'}</p>, /cannot be drawn/)
})

test('a component knows where it is drawn, also when another page is drawn within it, and nowhere else', () => {
  const Where = () => <i>{useHere().locale}</i>
  const page = (locale: 'kk' | 'en', inside?: () => string) => drawPage(nowhere(locale, new Date(0)), () => ({ title: 'x', body: <><Where />{inside && new Html(inside())}<Where /></> }))
  assert.equal(page('kk', () => page('en')).match(/<i>(kk|en)<\/i>/g)?.join(''), '<i>kk</i><i>en</i><i>en</i><i>kk</i>')
  assert.throws(() => <Where />, /outside a page/)
})
