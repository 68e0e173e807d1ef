// One upload by its id, where notices lead: what became of it, and the case or the visit it is for.

import type { Upload } from '@scanner/client';
import type { DocumentReference } from 'firebase/firestore';
import type { JSX } from 'preact';
import { megabytes, moment } from '../../core/format';
import { nameOf } from '../../core/names';
import type { PageProps } from '../../core/pages';
import { scanner } from '../../core/scanner';
import { role } from '../../core/session';
import { type Row, useDocument } from '../../core/watch';
import { say } from '../../core/words';
import { Badge, Facts, Heading } from '../../ui/Facts';
import { DocumentOf } from '../../ui/List';
import { Outcome } from './UploadRow';
import { words } from './words';

/** The page. */
export default function UploadPage({ params }: PageProps): JSX.Element {
  const id = params['upload_id'] ?? '';
  const upload = useDocument(
    () => scanner().documents.upload(id) as DocumentReference as DocumentReference<Upload>,
    [id],
  );
  return (
    <>
      <Heading title={words.title} />
      <DocumentOf document={upload}>{(found) => <Shown upload={found} />}</DocumentOf>
    </>
  );
}

function Shown({ upload }: { upload: Row<Upload> }) {
  const { state, jaw } = upload;
  const tone = state === 'rejected' ? 'bad' : state === 'ready' ? 'good' : 'plain';
  const operator = role.value === 'operator';
  return (
    <>
      <Facts
        rows={[
          [words.fields.file, upload.file_name],
          [words.fields.state, <Badge enumeration="UploadState" value={state} tone={tone} />],
          [words.fields.jaw, jaw && nameOf('Jaw', jaw)],
          [words.fields.size, megabytes(upload.byte_size)],
          [words.fields.at, moment(upload.issued_at)],
        ]}
      />
      <Outcome upload={upload} />
      <div class="actions">
        {operator && upload.visit_id && (
          <a class="button" href={`/visits/${upload.visit_id}`} data-go="visit">
            {say(words.toVisit)}
          </a>
        )}
        {!operator && upload.case_id && (
          <a class="button" href={`/cases/${upload.case_id}`} data-go="case">
            {say(words.toCase)}
          </a>
        )}
      </div>
    </>
  );
}
