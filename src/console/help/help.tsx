import { Fragment } from "react";
import { at } from "../home";
import { LANGUAGE, spoken, t } from "../texts";
import { Button, Page } from "../ui/parts";
import { DataTable } from "../ui/table";
import source from "../../../docs/glossary.md?raw";
import { readGlossary, type Term } from "./read-glossary";
import { TopicParts } from "./help-panel";
import { TOPICS } from "./topics.data";

const GLOSSARY = readGlossary(source);

/** Every topic and the glossary, to read through and to print. */
export function HelpPage() {
  return (
    <Page title={t.help.title} tools={<Button onClick={() => print()}>{t.report.print}</Button>}>
      <nav className="card contents" aria-label={t.help.contents}>
        <ul>
          {TOPICS.map(({ key, title }) => (
            <li key={key}>
              <a href={at(`/help#${key}`)} onClick={(event) => toTopic(event, key)}>
                {spoken(title)}
              </a>
            </li>
          ))}
          <li>
            <a href={at("/help#glossary")} onClick={(event) => toTopic(event, "glossary")}>
              {t.help.glossary}
            </a>
          </li>
        </ul>
      </nav>
      {TOPICS.map((topic) => (
        <section className="card" id={topic.key} key={topic.key} tabIndex={-1} ref={intoView}>
          <h2>{spoken(topic.title)}</h2>
          <TopicParts topic={topic} />
        </section>
      ))}
      <section className="card" id="glossary" tabIndex={-1} ref={intoView}>
        <h2>{t.help.glossary}</h2>
        <p className="help">{t.help.glossaryNote}</p>
        {GLOSSARY.map(({ name, terms }) => (
          <Fragment key={name}>
            <h3>{headingOf(name)}</h3>
            <Terms name={headingOf(name)} terms={terms} />
          </Fragment>
        ))}
      </section>
    </Page>
  );
}

/** A link from elsewhere names its topic after `#`; the page is drawn after that was looked for. */
function intoView(section: HTMLElement | null) {
  if (section && location.hash === `#${section.id}`) section.scrollIntoView();
}

function toTopic(event: React.MouseEvent, key: string) {
  event.preventDefault();
  history.replaceState(null, "", at(`/help#${key}`));
  document.getElementById(key)?.focus();
}

/** "Units · 单位", or one name alone. */
function headingOf(name: string): string {
  const [english = name, chinese = english] = name.split(" · ");
  return LANGUAGE === "en" ? english : chinese;
}

/** The meanings are written in English; the official terms speak for themselves in Chinese. */
function Terms({ name, terms }: { readonly name: string; readonly terms: readonly Term[] }) {
  return (
    <DataTable
      caption={name}
      rows={terms}
      keyOf={({ identifier, chinese }) => `${identifier} ${chinese}`}
      columns={[
        { key: "term", title: t.help.term, cell: ({ chinese }) => chinese },
        ...(LANGUAGE === "en"
          ? [{ key: "meaning", title: t.help.meaning, cell: ({ meaning }: Term) => meaning }]
          : []),
        { key: "source", title: t.help.source, cell: ({ source }) => source },
        { key: "code", title: t.help.inApi, cell: ({ identifier }) => <code>{identifier}</code> },
      ]}
    />
  );
}
