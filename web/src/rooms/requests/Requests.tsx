// What a clinic asked about its patients' data.

import type { JSX } from 'preact';
import { scanner } from '../../core/scanner';
import { me } from '../../core/session';
import { useList } from '../../core/watch';
import { Heading } from '../../ui/Facts';
import { RequestList } from './RequestList';
import { words } from './words';

/** The page. */
export default function Requests(): JSX.Element {
  const own = me.value;
  const list = useList(() => own && scanner().lists.clinicPrivacyRequests(own), [own?.org]);
  return (
    <>
      <Heading title={words.requests} />
      <RequestList list={list} empty={words.none} />
    </>
  );
}
