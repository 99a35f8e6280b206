const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** 统一社会信用代码 (GB 32100-2015): 17 characters and the one that checks them, modulo 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  const digits = [...code].map((character) => ALPHABET.indexOf(character));
  if (digits.includes(-1)) return false;
  let weight = 1;
  let sum = 0;
  for (const digit of digits.slice(0, 17)) {
    sum += digit * weight;
    weight = (weight * 3) % 31;
  }
  return (31 - (sum % 31)) % 31 === digits[17];
}
