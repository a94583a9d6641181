/**
 * How likely one letter follows another in names: counted in the prose and the messages of content/ and in the identifiers of this
 * repository. A row for each letter before, a to z, and a last one for the beginning of a word; a column for each letter after.
 * The letter in the table is the cost in half bits: `a` is 0, `k` is 5 bits.
 */
const TABLE = `
pjhjtojsjtmhjgzjxgiglmoplr
gllofrzqimzfrngrzijmhqzvkr
gtlrftwglzijrweozjmgktvvpz
hmokdoovfvvlnnhozjhpkprrmz
ioigllmrnurjkgplofgirlnkpu
hvooghpzezqiptgztjjjizszmz
isoveokhgzokmijosginiqsvsp
fopoeuzrgvqropfszjmikvrvlz
lmijjkjxsuoijehlvkhhtkzoxn
gttpfpttgpmpttflpmfnhlttpt
inmlctnxgxtlqkmrqmfojppxnx
grpjeoyugzqgrrgnwsjlkotuiv
flqmetswgtpmjnhgtujplqtzov
iqihglfsiumnpliotnhfmmrtns
mmkkpmlzmrliifkjzgijhljoqu
gqonfsokivqhprhjsgkhkrtsov
ttmnttpttttgtnttntptbtnntt
gomkdpmrhzmnklgnvliilmpvkz
kqjofpqihvmkoojjoqieionrlz
hqloeprifzwlpqiozihklzprlw
kjlkimkvkzviifnizghgqzxpzx
guoyconyeyyslujnysnprsussq
frqnfuqhgyqmohgsyhioysoyyy
imhlfkwngowwlwpfwwwfwwwkjo
kjlohwswkwwkjihfwwehnwlwnl
gptpdltphptlttgpttktjtmtlj
ikhijjlkjonjjkkipigikmkqqq
`
  .trim()
  .split('\n');

/** The row for the beginning of a word. */
export const BEGINNING = 26;

/** Costs in bits: the row of the letter before times 26, plus the letter after. */
export const PAIR_COSTS = Float32Array.from(
  TABLE.join(''),
  (code) => (code.charCodeAt(0) - 97) / 2,
);
