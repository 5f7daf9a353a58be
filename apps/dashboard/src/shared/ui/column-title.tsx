/** A column's name with its unit in grey. */
export function ColumnTitle({ name, unit }: { name: string; unit: string }) {
  return (
    <>
      {name}
      <span className="unit">{unit}</span>
    </>
  );
}
