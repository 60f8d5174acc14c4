/** Offers a file to the reader, as a download. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads it after the click, at a time that it does not tell.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
