import { useAnswer } from "../../ui/use-answer";
import { t } from "../../texts";
import { Waiting } from "../../ui/parts";
import { DataTable } from "../../ui/table";
import { percent } from "../queries";
import { type Like, LIKENESS } from "./review-query";

/** Passages that the text shares with last year's report and with those of siblings, side by side. */
export function Likeness({ unit, year }: { readonly unit: string; readonly year: number }) {
  const [answer] = useAnswer({ query: LIKENESS, variables: { unit, year } });
  const likeness = answer.data?.unit?.report?.likeness;
  const like = [
    ...(likeness?.previous
      ? [{ like: likeness.previous, name: t.review.likePrevious(...nameAndShare(likeness.previous)) }]
      : []),
    ...(likeness?.peers ?? []).map((peer) => ({
      like: peer,
      name: t.review.likePeer(...nameAndShare(peer)),
    })),
  ].filter(({ like: { passages } }) => passages.length > 0);
  return (
    <section className="card">
      <h3>{t.review.likeness}</h3>
      {!answer.data && <Waiting answer={answer} />}
      {answer.data && like.length === 0 && <p>{t.review.noLikeness}</p>}
      {like.map(({ like: { passages }, name }) => (
        <details key={name}>
          <summary>
            {name}，{t.review.passages(passages.length)}
          </summary>
          <Passages passages={passages} name={name} />
        </details>
      ))}
    </section>
  );
}

const nameAndShare = ({ unitName, share }: Like): [string, string] => [unitName, percent(share)];

function Passages({ passages, name }: { readonly passages: Like["passages"]; readonly name: string }) {
  return (
    <DataTable
      caption={name}
      rows={passages.map((passage, i) => ({ ...passage, key: String(i) }))}
      keyOf={({ key }) => key}
      columns={[
        { key: "length", title: t.review.same, cell: ({ length }) => t.review.characters(length) },
        { key: "own", title: t.review.here, cell: ({ own }) => own.text },
        { key: "other", title: t.review.there, cell: ({ other }) => other.text },
      ]}
    />
  );
}
