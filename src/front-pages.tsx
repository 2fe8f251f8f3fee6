import { fill, speaker } from '#platform/locale.ts'
import { Actions, Button, Card, drawPage, Grid, Link, Mark, Notice, Opening, Post, Reading, type Here } from '#platform/ui/ui.ts'
import { demoPassword } from '#people/demo/demo.ts'
import { SchoolCard } from './front-card.tsx'
import type { Living } from './front-figures.ts'
import { messages } from './front-messages.ts'
import type { Removal } from './remove-demo.ts'
import type { Site } from './site.ts'

/** Where nothing is demonstrated: which schools live here, and nobody. */
export const plainPage = (here: Here, sites: Site[]): string => drawPage(here, () => {
  const say = speaker(messages, here.locale)
  return { title: say('title-plain'), body: (
    <>
      <Opening big title={say('title-plain')} lead={say('lead-plain')} />
      {sites.length ? <Grid>{sites.map(({ address, policy, settings }) => (
        <Card title={policy.name[here.locale]} to={address.origin + (here.prefix || '/')} over={<><Mark theme={settings.theme} /> {address.host}</>}><p>{settings.tagline[here.locale]}</p></Card>
      ))}</Grid> : <Notice title={say('none')} />}
    </>
  ) }
})

/** The schools of a demonstration, alive; or, once everybody has gone, clean, with the way in. */
export const livingPage = (here: Here, living: Living[], { removed }: { removed: boolean }): string => drawPage(here, () => {
  const say = speaker(messages, here.locale)
  const invented = living.some(({ people }) => people.length > 0)
  return { title: say('title'), looks: true, body: (
    <>
      {removed && !invented && <Notice kind="ok" title={say('removed-title')} focus><p>{say('removed')}</p></Notice>}
      <Opening big title={say('title')} lead={say(invented ? 'lead' : 'lead-plain')} />
      {living.length > 1 && <nav class="to-schools" aria-label={say('title-plain')}><ul>{living.map(({ site: { slug, policy, settings } }) => <li><a href={`#${slug}`}><Mark theme={settings.theme} size={24} />{policy.name[here.locale]}</a></li>)}</ul></nav>}
      {living.length ? (
        <div class="schools">
          {living.map(school => <SchoolCard {...school} />)}
          {invented && <AboutDemo here={here} />}
        </div>
      ) : <Notice title={say('none')} />}
    </>
  ) }
})

function AboutDemo({ here }: { here: Here }) {
  const say = speaker(messages, here.locale)
  return (
    <section class="about-demo">
      <h2>{say('about-demo')}</h2>
      <p>{say('about-data')}</p>
      <p>{say('about-password')} <code>{demoPassword}</code></p>
      <p>{say('about-removal')}</p>
      <Button kind="secondary" icon="trash-2" to="/demo/remove">{say('remove')}</Button>
    </section>
  )
}

/** What goes and what stays, before anything does. */
export const confirmPage = (here: Here): string => drawPage(here, () => {
  const say = speaker(messages, here.locale)
  return { title: say('remove-title'), body: (
    <Reading>
      <Opening title={say('remove-title')} lead={say('remove-lead')} />
      <h2>{say('goes')}</h2>
      <ul><li>{say('goes-people')}</li><li>{say('goes-done')}</li><li>{say('goes-letters')}</li></ul>
      <h2>{say('stays')}</h2>
      <ul><li>{say('stays-schools')}</li><li>{say('stays-log')}</li><li>{say('stays-again')}</li></ul>
      <Actions><Post to="/demo/remove"><Button kind="danger" icon="trash-2">{say('remove')}</Button></Post><Button kind="secondary" to="/">{say('keep')}</Button></Actions>
    </Reading>
  ) }
})

/** How far it has come, or that it stopped. */
export const removingPage = (here: Here, { gone, all, fault }: Removal): string => drawPage(here, () => {
  const say = speaker(messages, here.locale)
  if (fault) return { title: say('unfinished-title'), body: (
    <Reading>
      <Opening title={say('unfinished-title')} lead={say('unfinished', { fault })} />
      <Post to="/demo/remove"><Button kind="danger" icon="refresh-cw">{say('go-on')}</Button></Post>
    </Reading>
  ) }
  const said = fill(messages.removing, { gone, all })[here.locale]
  return { title: say('removing-title'), body: (
    <Reading>
      <Opening title={say('removing-title')} lead={said}><meter class="meter" min={0} max={Math.max(all, 1)} value={gone} aria-label={say('removing-title')} /></Opening>
      <p><Link to="/demo/remove">{say('again')}</Link></p>
    </Reading>
  ) }
})
