export const other = () => {
  const found = ;
  return found;
};
