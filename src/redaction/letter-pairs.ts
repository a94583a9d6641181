/**
 * Letter-pair costs in names, counted in the prose and messages of content/ and in the identifiers
 * of this repository. One row for each preceding letter, a to z, and a last row for the start of a
 * word; one column for each following letter. Costs are in half bits: `a` is 0, `k` is 5 bits.
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

/** The row for the start of a word. */
export const WORD_START = 26;

/** Costs in bits, indexed by the preceding letter times 26 plus the following letter. */
export const PAIR_COSTS = Float32Array.from(
  TABLE.join(''),
  (code) => (code.charCodeAt(0) - 97) / 2,
);
