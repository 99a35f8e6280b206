import { graphql, type ResultOf } from "../api";
import { ENTRY, STEP } from "../fragments";

/** Any record with what its page shows: facts of its kind, steps with "why not", and its history. */
export const RECORD = graphql(
  `
    query LedgerRecord($id: ID!) {
      node(id: $id) {
        __typename
        id
        ... on InformationRequest {
          revision
          number
          subject
          applicantKind
          receiptChannel
          arrivedOn
          receivedOn
          confirmBy
          state
          outcome
          article
          documentNumber
          decidedOn
          servedOn
          decisionArrivedOn
          unit {
            code
            name
          }
          openWaits {
            step
            kind
            letterSentOn
            limit
          }
          waits {
            step
            kind
            letterSentOn
          }
          clock {
            dueOn
            overdue
            paused
            provisional
            waitsUntil
            workingDaysLeft
            workingDaysUsed
            steps {
              from
              daysOff
              to
              counted
              reason
              basis
              workingDays
            }
          }
          letters {
            id
            kind
            number
            writtenOn
            file {
              url
            }
          }
          remedies {
            id
            number
            route
            state
          }
          steps {
            ...Step
          }
          events {
            ...Entry
          }
        }
        ... on Disclosure {
          revision
          title
          category
          channels
          documentKind
          documentNumber
          formedOn
          items
          dueOn
          publishedOn
          repealedOn
          disclosureState: status
          unit {
            code
            name
          }
          steps {
            ...Step
          }
          entries: events {
            ...Entry
          }
        }
        ... on Interpretation {
          revision
          interpretationTitle: title
          documentTitle
          documentClass
          documentNumber
          documentLink
          documentPublishedOn
          form
          channel
          authorUnit
          interpreter
          signedOffBy
          publishedOn
          interpretationDue: dueOn
          interpretationState: state
          address
          wideEffect
          unit {
            code
            name
          }
          steps {
            ...Step
          }
          events {
            ...Entry
          }
        }
        ... on Remedy {
          revision
          number
          route
          organ
          lodgedOn
          lastDayToLodge
          concludedOn
          ruling
          decisionArrivedOn
          note
          remedyState: state
          request {
            id
            number
          }
          unit {
            code
            name
          }
          steps {
            ...Step
          }
          events {
            ...Entry
          }
        }
        ... on Proposal {
          revision
          number
          title
          kind
          level
          role
          session
          assignedOn
          dueOn
          answeredOn
          answerNumber
          resultClass
          satisfaction
          published
          broad
          proposalState: state
          unit {
            code
            name
          }
          steps {
            ...Step
          }
          events {
            ...Entry
          }
        }
        ... on SuppliedCount {
          revision
          indicator {
            code
            label
            labelEn
            unit
          }
          quantity
          from
          to
          supplier
          signedOffBy
          signedOffAt
          supplyState: state
          unit {
            code
            name
          }
          steps {
            ...Step
          }
        }
      }
    }
  `,
  [ENTRY, STEP],
);

type Node = NonNullable<ResultOf<typeof RECORD>["node"]>;
export type LedgerRecordData = Extract<Node, { readonly steps: unknown }>;
export type RequestData = Extract<Node, { readonly clock: unknown }>;
export type Entry = RequestData["events"][number];
