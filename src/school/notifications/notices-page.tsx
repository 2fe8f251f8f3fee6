import { speaker } from '#platform/locale.ts'
import { Button, EmptyState, List, Opening, Post, Reading, Row, Tag, Time, type Here, type IconName } from '#platform/ui/ui.ts'
import { isKind, type Kind } from './kinds.ts'
import { messages } from './messages.ts'

type Notice = { id: string; kind: string; made_at: Date; read_at: Date | null }

const icons: Record<Kind, IconName> = {
  'work-returned': 'undo-2', 'work-accepted': 'circle-check', 'teacher-replied': 'message-square', 'work-sent': 'inbox', 'learner-replied': 'message-square',
  'certificate-issued': 'award', 'certificate-revoked': 'ban', 'request-answered': 'mail', 'restriction-ended': 'play', 'request-asked': 'mail', 'transfer-refused': 'ban', 'copy-ready': 'download', 'data-passed-on': 'share-2',
  'course-open': 'bell', 'invitation': 'mail', 'enquiry-asked': 'inbox', 'enquiry-late': 'clock', 'enquiry-answered': 'message-square', 'planned-day': 'calendar', 'reset-begun': 'key-round', 'password-reset': 'key-round', 'came-of-age': 'award',
}

/** What somebody was told, the newest first. Opening one marks it as read. */
export function NoticesPage({ notices, here }: { notices: Notice[]; here: Here }) {
  const say = speaker(messages, here.locale)
  const known = notices.filter((notice): notice is Notice & { kind: Kind } => isKind(notice.kind))
  return (
    <Reading>
      <Opening title={say('title')} lead={say('lead')} />
      {known.length ? <List>{known.map(notice => <Told notice={notice} here={here} />)}</List> : <EmptyState title={say('empty')}><p>{say('empty-hint')}</p></EmptyState>}
      {known.some(({ read_at }) => !read_at) && <Post to="/notices"><Button kind="secondary" icon="check">{say('read-all')}</Button></Post>}
    </Reading>
  )
}

function Told({ notice: { id, kind, made_at, read_at }, here }: { notice: Notice & { kind: Kind }; here: Here }) {
  const say = speaker(messages, here.locale)
  const what = say(kind)
  return (
    <Row icon={icons[kind]} title={what} note={<>{!read_at && <Tag kind="ok">{say('unread')}</Tag>} <Time at={made_at} as="moment" /></>}
      end={<Post to={`/notices/${id}`}><Button kind="secondary" aria-label={say('open-named', { what })}>{say('open')}</Button></Post>} />
  )
}
