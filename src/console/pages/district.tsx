export const District = ({ unit }: { readonly unit: string; readonly year: number; readonly part: string }) =>
  unit;
