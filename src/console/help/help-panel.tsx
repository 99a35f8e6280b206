import { Link } from "wouter";
import { spoken, t } from "../texts";
import { Dialog } from "../ui/dialog";
import { Button } from "../ui/parts";
import { type Pair, type Topic, TOPICS } from "./topics.data";

/** The help of the page where one stands, beside that page. */
export function HelpPanel({ about, onClose }: { readonly about: string; readonly onClose: () => void }) {
  const topic = TOPICS.find(({ key }) => key === about) ?? TOPICS[0]!;
  return (
    <Dialog side title={`${t.help.title} · ${spoken(topic.title)}`} onClose={onClose}>
      <TopicParts topic={topic} />
      <footer>
        <Link className="button" href={`/help#${topic.key}`} onClick={onClose}>
          {t.help.all}
        </Link>
        <Button primary onClick={onClose}>
          {t.common.close}
        </Button>
      </footer>
    </Dialog>
  );
}

export function TopicParts({ topic }: { readonly topic: Topic }) {
  return (
    <>
      {(["law", "steps", "keys", "mistakes"] as const)
        .filter((part) => topic[part].length > 0)
        .map((part) => (
          <Sentences key={part} name={t.help[part]} sentences={topic[part]} ordered={part === "steps"} />
        ))}
    </>
  );
}

function Sentences({
  name,
  sentences,
  ordered,
}: {
  readonly name: string;
  readonly sentences: readonly Pair[];
  readonly ordered: boolean;
}) {
  const List = ordered && sentences.length > 1 ? "ol" : "ul";
  return (
    <>
      <h3>{name}</h3>
      <List>
        {sentences.map((sentence) => (
          <li key={sentence[0]}>{spoken(sentence)}</li>
        ))}
      </List>
    </>
  );
}
