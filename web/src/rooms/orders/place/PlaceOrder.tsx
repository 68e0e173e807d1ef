// Ordering work for a case: lab, lines, scans and day, with what the lab would ask while it is written.

import type { Arch, CaseForClinic } from '@scanner/client';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { dayOf } from '../../../core/format';
import { labelOf } from '../../../core/names';
import type { PageProps } from '../../../core/pages';
import { scanner } from '../../../core/scanner';
import { me } from '../../../core/session';
import { type Row, useDocument, useList } from '../../../core/watch';
import { say } from '../../../core/words';
import { unscannedTeeth } from '../../../odontogram/findings';
import { Heading, Section } from '../../../ui/Facts';
import { ActionForm } from '../../../ui/form/ActionForm';
import { DocumentOf, Empty, ListOf, More } from '../../../ui/List';
import { FilesChoice } from '../FilesChoice';
import { useCheck } from '../useCheck';
import { drawnOf, useComparing } from '../useComparing';
import { warningsOf } from '../warnings';
import { Checked } from './Checked';
import { DayChoice } from './DayChoice';
import { checkOf, NOTHING, type OrderDraft, orderOf, placed, sendable, withLab } from './draft';
import { LabChoice } from './LabChoice';
import { Lines } from './Lines';
import { OrderedBefore } from './OrderedBefore';
import { Price } from './Price';
import { readyOf } from './ready';
import { useDraft } from './useDraft';
import { words } from './words';
import { readyOn } from './workdays';

/** The page. */
export default function PlaceOrder({ params }: PageProps): JSX.Element {
  const { case_id = '' } = params;
  const found = useDocument(() => scanner().documents.case(case_id), [case_id]);
  return <DocumentOf document={found}>{(own) => <Placing of={own} />}</DocumentOf>;
}

function Placing({ of: own }: { of: Row<CaseForClinic> }) {
  const { route } = useLocation();
  const { org = '' } = me.value ?? {};
  const case_id = own.id;
  const { draft, change, forget } = useDraft(case_id);
  const set = (made: Partial<OrderDraft>) => change((known) => ({ ...known, ...made }));
  const { lab_id } = draft;

  const labs = useList(() => scanner().lists.clinicLabsAccepting(), []);
  const offered = useList(
    () => (lab_id ? scanner().lists.clinicServicesOfLab({ lab_id }) : null),
    [lab_id],
  );
  const files = useList(
    () => scanner().lists.clinicFilesOfCaseCurrent({ org, case_id }),
    [org, case_id],
  );
  const pairs = useList(() => scanner().lists.clinicPairsOfCase({ org, case_id }), [org, case_id]);
  const wallet = useDocument(() => scanner().documents.wallet(org), [org]);

  const lab = labs.rows?.find(({ id }) => id === lab_id);
  const services = offered.rows ?? [];
  const sent = sendable(draft, services);
  const sending = (files.rows ?? []).filter(({ id }) => !draft.left_out.includes(id));
  const scanned = sending.filter(({ kind }) => kind === 'stl').map(({ jaw }) => jaw as Arch);
  const days = draft.lines.flatMap(
    ({ service_id }) => services.find(({ id }) => id === service_id)?.turnaround ?? [],
  );
  const earliest =
    lab && days.length > 0 ? readyOn(dayOf(), Math.max(...days), lab.calendar) : null;

  const [warned, setWarned] = useState<readonly string[]>([]);
  const signed = warned.every((each) => draft.signed.includes(each));
  const asked = {
    case_id,
    lab_id: lab_id ?? '',
    items: sent.map(({ item }) => item),
    file_ids: sending.map(({ id }) => id),
    wanted_on: draft.wanted_on ?? earliest,
    signed: signed && warned.length > 0,
  };
  const measured = [...(pairs.rows ?? []).map(({ id }) => id), ...drawnOf(files.rows)];
  const since = [...measured, wallet.data?.available].join(' ');
  const check = useCheck(lab_id && files.rows ? checkOf(asked) : null, since);
  const findings = check.data?.findings ?? [];
  const warnings = warningsOf(findings, sending);
  if (warnings.join('\n') !== warned.join('\n')) setWarned(warnings);
  const problems = placed(check.data?.problems ?? [], sent);
  const comparing = useComparing(findings);
  const ready = readyOf({
    lab: lab_id !== null,
    lines: draft.lines.length,
    sendable: sent.length,
    files: sending.length,
    checked: check.data,
    signed: warnings.every((each) => draft.signed.includes(each)),
    waiting: comparing.waiting,
  });
  const switchFile = (id: string) => {
    const out = draft.left_out;
    set({ left_out: out.includes(id) ? out.filter((each) => each !== id) : [...out, id] });
  };

  return (
    <>
      <Heading title={say(words.title, { reference: own.patient.reference })}>
        <a href={`/cases/${case_id}`} data-go="case">
          {say(words.toCase)}
        </a>
      </Heading>
      <OrderedBefore org={org} case_id={case_id} />
      <ActionForm
        callable="labs/place_order"
        of={case_id}
        ask={[]}
        given={orderOf(asked, draft.share_name)}
        label={words.place}
        ready={ready}
        filled={draft !== NOTHING}
        onFault={() => {
          check.again();
          return false;
        }}
        onDone={({ order_id }) => {
          forget();
          route(`/orders/${order_id}`, true);
        }}
      >
        <Section title={words.toLab}>
          <LabChoice
            labs={labs}
            chosen={lab}
            onChoose={(chosen) => change((known) => withLab(known, chosen))}
          />
          {labs.more && <More more={labs.more} />}
        </Section>
        <Section title={words.work}>
          {lab_id === null ? (
            <Empty text={words.labForWork} />
          ) : (
            <ListOf list={offered} empty={words.noService}>
              {() => (
                <Lines
                  draft={draft}
                  services={services}
                  findings={findings}
                  unscanned={unscannedTeeth(scanned, findings)}
                  problems={problems}
                  onChange={(lines) => set({ lines })}
                />
              )}
            </ListOf>
          )}
        </Section>
        <Section title={words.files}>
          <FilesChoice
            files={files}
            chosen={asked.file_ids}
            onSwitch={switchFile}
            problems={problems}
          />
          {files.rows?.length === 0 && <a href={`/cases/${case_id}`}>{say(words.toUpload)}</a>}
        </Section>
        <Section title={words.when}>
          <DayChoice
            earliest={earliest}
            chosen={draft.wanted_on}
            onChoose={(wanted_on) => set({ wanted_on })}
            problems={problems}
          />
          <label>
            <input
              type="checkbox"
              data-field="share_name"
              checked={draft.share_name}
              onChange={(event) => set({ share_name: event.currentTarget.checked })}
            />
            {labelOf('share_name')}
            <small>{say(words.shareHint)}</small>
          </label>
        </Section>
        <Section title={words.check}>
          <Checked
            case_id={case_id}
            check={check}
            asked={lab_id !== null && sent.length > 0}
            files={sending}
            signed={draft.signed}
            onSigned={(done) => set({ signed: done })}
            comparing={comparing}
          />
        </Section>
        <Section title={words.pay}>
          <Price price={check.data?.price} problems={problems} wallet={wallet.data ?? undefined} />
        </Section>
      </ActionForm>
    </>
  );
}
