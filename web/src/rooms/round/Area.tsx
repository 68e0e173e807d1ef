// Where an operator works, and whether visits may be offered.

import type { Operator } from '@scanner/client';
import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useDocument, type Watched } from '../../core/watch';
import { say } from '../../core/words';
import { Heading } from '../../ui/Facts';
import { ActionForm } from '../../ui/form/ActionForm';
import { EndedNote, Waiting } from '../../ui/List';
import { words } from './words';

/** The page. */
export default function Area(): JSX.Element {
  const uid = me.value?.uid;
  const own = useDocument(
    () => (uid === undefined ? null : scanner().documents.operator(uid)),
    [uid],
  );
  return (
    <div class="narrow">
      <Heading title={words.area} />
      <p>{say(words.areaText)}</p>
      <AreaForm own={own} />
    </div>
  );
}

/** Before the first time there is no document, and nothing is wrong. */
function AreaForm({ own }: { own: Watched<Operator> }) {
  if (own.ended) return <EndedNote why={own.ended} again={own.again} />;
  if (own.data === undefined) return <Waiting />;
  const { area = null, available = true } = own.data ?? {};
  return (
    <ActionForm
      callable="scans/set_service_area"
      ask={['available', 'city', 'pincode']}
      start={{ available, city: area?.city ?? '', pincode: area?.pincode ?? '' }}
      label={words.save}
      keeps
      done={words.saved}
    />
  );
}
