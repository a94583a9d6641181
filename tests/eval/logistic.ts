export interface Example {
  features: number[];
  /** 1 or 0. */
  outcome: number;
  /** How much it counts. */
  weight: number;
}

const ROUNDS = 15;
/** Penalty on large weights, so that a rare feature gets no extreme one. */
const PENALTY = 0.5;

/** Fit the weights of a logistic regression by Newton's method. */
export function fitLogistic(examples: readonly Example[], size: number): number[] {
  let weights = new Array<number>(size).fill(0);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight) => -weight * PENALTY);
    const hessian = weights.map((_, i) => weights.map((__, j): number => (i === j ? PENALTY : 0)));
    for (const { features, outcome, weight } of examples) {
      const probability = sigmoid(dot(features, weights));
      const slope = weight * probability * (1 - probability);
      for (let i = 0; i < size; i++) {
        const own = features[i] ?? 0;
        if (own === 0) continue;
        gradient[i] = (gradient[i] ?? 0) + weight * (outcome - probability) * own;
        const row = hessian[i] ?? [];
        for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + slope * own * (features[j] ?? 0);
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, i) => weight + (step[i] ?? 0));
  }
  return weights;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

export function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}

/** Solve linear equations. Their matrix is positive definite, so no pivoting is needed. */
function solve(matrix: number[][], vector: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (const [i, pivot] of rows.entries())
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}
