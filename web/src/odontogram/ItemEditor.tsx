// One line of an order: the service, then what this service asks for, and what it costs so far.

import { type Material, type OrderProblem, type Per, problemOf, RECORDS } from '@scanner/client';
import { useId } from 'preact/hooks';
import { labelOf, nameOf } from '../core/names';
import { language, say } from '../core/words';
import { type Finding, marksOf } from './findings';
import { type ItemDraft, lineOf, type Offered, quantityOf } from './items';
import { Odontogram } from './Odontogram';
import { type LineProblem, lineProblems, sentenceOf } from './problems';
import { ShadePicker } from './ShadePicker';
import { ITEM, inner } from './words';

const MOST_NOTES = Number(RECORDS.ItemRequest.notes.most);

/** What a line is filled in with. */
export interface ItemEditorProps {
  /** What the lab offers; withdrawn services are left out of the choice. */
  readonly services: readonly Offered[];
  readonly draft: ItemDraft;
  readonly onChange: (draft: ItemDraft) => void;
  /** Where in the request the line stands, such as `items.0`. */
  readonly at: string;
  readonly findings?: readonly Finding[];
  /** Teeth that no scan covers. */
  readonly unscanned?: ReadonlySet<number>;
  /** What this line has against the other lines of the order: see `clashes`. */
  readonly clashes?: readonly LineProblem[];
  /** What `labs/check_order` said of the order, all of it. */
  readonly problems?: readonly OrderProblem[];
}

/** The fields of a line; `wireOf` makes the item of the wire of its draft. */
export function ItemEditor(props: ItemEditorProps) {
  const { services, draft, onChange, at, findings = [], clashes = [], problems = [] } = props;
  const id = useId();
  const offered = services.filter(({ active }) => active);
  const service = offered.find((each) => each.id === draft.service_id);
  if (offered.length === 0) return <p>{say(ITEM.noService)}</p>;
  const set = (change: Partial<ItemDraft>) => onChange({ ...draft, ...change });
  return (
    <div class="item-editor">
      <div class="field">
        <label for={`${id}-service`}>{labelOf('service_id', 'ItemRequest')}</label>
        <select
          id={`${id}-service`}
          required
          data-field={`${at}.service_id`}
          value={service?.id ?? ''}
          aria-describedby={`${id}-service-fault`}
          onChange={(event) => set({ service_id: event.currentTarget.value || null })}
        >
          <option value="">{say(ITEM.chooseService)}</option>
          {offered.map((each) => (
            <option key={each.id} value={each.id}>
              {say(ITEM.offered, {
                name: each.name,
                price: each.price,
                per: inner(nameOf('Per', each.per)),
              })}
            </option>
          ))}
        </select>
        <small id={`${id}-service-fault`} role="status">
          {draft.service_id !== null && service === undefined && say(ITEM.withdrawn)}
        </small>
      </div>
      {service && (
        <ServiceFields
          service={service}
          draft={draft}
          set={set}
          at={at}
          findings={findings}
          unscanned={props.unscanned}
          clashes={clashes}
        />
      )}
      <Refusals at={at} problems={problems} draft={draft} service={service} />
    </div>
  );
}

interface ServiceFieldsProps {
  readonly service: Offered;
  readonly draft: ItemDraft;
  readonly set: (change: Partial<ItemDraft>) => void;
  readonly at: string;
  readonly findings: readonly Finding[];
  readonly unscanned: ReadonlySet<number> | undefined;
  readonly clashes: readonly LineProblem[];
}

/** What a service asks for beside itself. */
function ServiceFields({ service, draft, set, at, ...found }: ServiceFieldsProps) {
  const id = useId();
  const line = lineOf(draft, service);
  const count = quantityOf(line, service.work, service.per as Per);
  const shade = lineProblems(line, service).find((each) => each.at === 'shade');
  const materials = service.materials as readonly Material[];
  return (
    <>
      <Odontogram
        work={service.work}
        per={service.per}
        value={draft}
        onChange={set}
        at={at}
        marks={marksOf(found.findings)}
        problems={found.clashes}
        {...(found.unscanned && { unscanned: found.unscanned })}
      />
      <div class="field">
        <label for={`${id}-material`}>{labelOf('material', 'ItemRequest')}</label>
        <select
          id={`${id}-material`}
          required
          data-field={`${at}.material`}
          value={line.material ?? ''}
          onChange={(event) =>
            set({ material: (event.currentTarget.value || null) as Material | null })
          }
        >
          <option value="">{say(ITEM.chooseMaterial)}</option>
          {materials.map((each) => (
            <option key={each} value={each}>
              {nameOf('Material', each)}
            </option>
          ))}
        </select>
      </div>
      <ShadePicker
        guide={service.shade_guide}
        value={draft.shade}
        onChange={(chosen) => set({ shade: chosen })}
        at={`${at}.shade`}
        fault={shade && sentenceOf(shade, language.value)}
      />
      <div class="field">
        <label for={`${id}-notes`}>{say(ITEM.notes)}</label>
        <textarea
          id={`${id}-notes`}
          data-field={`${at}.notes`}
          maxLength={MOST_NOTES}
          value={draft.notes}
          aria-describedby={`${id}-left`}
          onInput={(event) => set({ notes: event.currentTarget.value })}
        />
        <small id={`${id}-left`}>
          {say(ITEM.notesHint, { left: MOST_NOTES - draft.notes.length })}
        </small>
      </div>
      <p class="price">
        {count > 0 && say(ITEM.price, { count, unit: service.price, sum: count * service.price })}
      </p>
    </>
  );
}

interface RefusalsProps {
  readonly at: string;
  readonly problems: readonly OrderProblem[];
  readonly draft: ItemDraft;
  readonly service: Offered | undefined;
}

/** What the backend has against the line that the line itself does not tell already. */
function Refusals({ at, problems, draft, service }: RefusalsProps) {
  const told = service ? lineProblems(lineOf(draft, service), service) : [];
  const here = problems
    .filter((each) => each.at === at || each.at.startsWith(`${at}.`))
    .filter(({ reason }) => !told.some((each) => each.reason === reason));
  return (
    <ul class="problems" aria-live="polite">
      {here.map((each, index) => (
        <li key={index}>
          {problemOf(
            { ...each.details, reason: each.reason, sentence: each.sentence },
            language.value,
          )}
        </li>
      ))}
    </ul>
  );
}
