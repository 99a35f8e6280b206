import { graphql } from "../api";
import { PAGE_INFO } from "../fragments";

export const REQUESTS = graphql(
  `
    query Requests(
      $unit: String!
      $filter: RequestFilter
      $orderBy: RequestOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        requests(
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          nodes {
            id
            number
            subject
            receivedOn
            state
            outcome
            clock {
              dueOn
              overdue
              workingDaysLeft
            }
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export const DISCLOSURES = graphql(
  `
    query Disclosures(
      $unit: String!
      $filter: DisclosureFilter
      $orderBy: DisclosureOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        disclosures(
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          nodes {
            id
            title
            category
            documentNumber
            formedOn
            publishedOn
            dueOn
            late
            status
            revision
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export const INTERPRETATIONS = graphql(
  `
    query Interpretations(
      $unit: String!
      $filter: InterpretationFilter
      $orderBy: InterpretationOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        interpretations(
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          nodes {
            id
            title
            documentTitle
            form
            publishedOn
            dueOn
            state
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export const REMEDIES = graphql(
  `
    query Remedies(
      $unit: String!
      $filter: RemedyFilter
      $orderBy: RemedyOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        remedies(
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          nodes {
            id
            number
            route
            organ
            lodgedOn
            concludedOn
            ruling
            state
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export const PROPOSALS = graphql(
  `
    query Proposals(
      $unit: String!
      $filter: ProposalFilter
      $orderBy: ProposalOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        proposals(
          filter: $filter
          orderBy: $orderBy
          first: $first
          after: $after
          last: $last
          before: $before
        ) {
          nodes {
            id
            number
            title
            kind
            assignedOn
            dueOn
            state
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);

export const SUPPLIES = graphql(
  `
    query Supplies(
      $unit: String!
      $orderBy: SuppliedCountOrder
      $first: Int
      $after: String
      $last: Int
      $before: String
    ) {
      unit(code: $unit) {
        id
        suppliedCounts(orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
          nodes {
            id
            indicator {
              label
              labelEn
              unit
            }
            quantity
            from
            to
            supplier
            state
          }
          totalCount
          pageInfo {
            ...PageInfo
          }
        }
      }
    }
  `,
  [PAGE_INFO],
);
