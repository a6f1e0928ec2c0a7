/** The row that a key leads to from row `current` of `count`; undefined where the key is not for moving. */
export function rowForKey(key: string, current: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

export const isChoosingKey = (key: string): boolean => key === 'Enter' || key === ' ';
