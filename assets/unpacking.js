// The program as the site sends it, put together again. `xtask/src/packing.rs` takes it apart into streams of like
// numbers, which compress better than the same numbers mixed; it says what stands in each, and is to agree with this.
const unpacked = (packed) => {
  const [BEFORE, BEHIND, CODES, DECLARED, READ, WRITTEN, ALIGNMENT, LOADED, STORED, BLOCK, BRANCH, CALL, TYPE, OTHER, LONG, FLOAT, CONSTANT] =
    Array(17).keys();
  const ALIGNMENTS = Uint8Array.from("23230011001122232301012");
  // Where each stream goes on; at first the numbers in front of them do.
  const next = [0];
  const read = (name) => {
    let sum = 0;
    let shift = 0;
    let byte;
    do {
      byte = packed[next[name]++];
      sum |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return sum;
  };
  const program = new Uint8Array(read(0));
  const lengths = Array.from({ length: CONSTANT + 256 }, () => read(0));
  lengths.reduce((at, length, name) => (next[name] = at) + length, next[0]);
  const stream = (name) => packed.subarray(next[name], next[name] + lengths[name]);
  const last = next[CODES] + lengths[CODES];
  let end = lengths[BEFORE];
  program.set(stream(BEFORE));
  const copyByte = (name) => (program[end++] = packed[next[name]++]);
  const copy = (name) => {
    let byte = copyByte(name);
    // Most numbers are one byte.
    if (byte < 128) return byte;
    let sum = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = copyByte(name);
      sum |= (byte & 127) << shift;
    }
    return sum;
  };
  const write = (number) => {
    for (; number > 127; number >>= 7) program[end++] = (number & 127) | 128;
    program[end++] = number;
  };

  // The locals of a function, the last used before the others.
  let recent;
  const local = (name, to) => {
    let rank = read(name);
    while (recent.length <= rank) recent.push(recent.length);
    const local = recent[rank];
    for (; rank > to; rank--) recent[rank] = recent[rank - 1];
    recent[rank] = local;
    write(local);
  };

  // A function of its own, called for each body, so that engines soon compile it.
  const unpackBody = () => {
    const start = end;
    // Room for the body's length, which is known behind it.
    end += 4;
    recent = [];
    for (let count = copy(DECLARED); count--; copyByte(DECLARED)) copy(DECLARED);
    for (let depth = 1; depth; ) {
      let code = packed[next[CODES]++] ^ 32;
      const isOdd = code > 223 && code < 247;
      if (isOdd) code -= 184;
      program[end++] = code;
      // What is most frequent is asked first.
      if (code > 68 && code < 208) continue;
      if (code === 32) local(READ, 0);
      else if (code === 33 || code === 34) local(WRITTEN, 1);
      else if (code > 39 && code < 63) {
        if (isOdd) copy(ALIGNMENT);
        else program[end++] = ALIGNMENTS[code - 40];
        copy(code < 54 ? LOADED : STORED);
      } else if (code === 65) copy(CONSTANT + packed[next[CODES]]);
      else if (code === 11) depth--;
      else if (code === 16) copy(CALL);
      else if (code > 1 && code < 5) copy(BLOCK), depth++;
      else if (code === 12 || code === 13) copy(BRANCH);
      else if (code === 14) for (let count = copy(BRANCH) + 1; count--; ) copy(BRANCH);
      else if (code === 17) copy(TYPE), copy(OTHER);
      else if ((code > 34 && code < 39) || code === 63 || code === 64 || code === 208) copy(OTHER);
      else if (code === 66) copy(LONG);
      else if (code === 67 || code === 68) for (let count = code * 4 - 264; count--; ) copyByte(FLOAT);
      else if (code === 252) {
        const kind = copyByte(CODES);
        for (let count = kind < 8 ? 0 : kind < 15 && kind % 2 < 1 ? 2 : 1; count--; ) copy(OTHER);
      }
    }
    const [body, behind] = [start + 4, end];
    end = start;
    write(behind - body);
    program.copyWithin(end, body, behind);
    end += behind - body;
  };
  while (next[CODES] < last) unpackBody();
  program.set(stream(BEHIND), end);
  return program;
};
