// How a scan looks: dental stone in a light that stands still, as on the gate's pictures.
//
// Light is worked out for each vertex, where scans have more of them than the screen has pixels: it
// is what makes a software renderer turn them. Numbers and tones are those of
// functions/scans/gate/stl/shading.py and palette.py.

import { DoubleSide, GLSL3, type IUniform, RawShaderMaterial, Vector4 } from 'three';

const VERTEX = `
precision highp float;
uniform mat4 modelMatrix, viewMatrix, projectionMatrix;
uniform vec4 cut;
in vec3 position;
in vec4 shading;
out vec2 bright;
out float beyond;

float lit(vec3 n, float hollow) {
  float key = max(dot(vec3(-0.36, 0.46, 0.81), n), 0.0);
  float gloss = max(dot(vec3(-0.20, 0.30, 0.93), n), 0.0);
  gloss *= gloss; gloss *= gloss; gloss *= gloss; gloss *= gloss; gloss *= gloss; // to the 32nd
  float sky = 0.145 + 0.10 * n.y + 0.045 * n.z;
  float dark = 1.0 - (hollow > 0.0 ? 0.62 : 0.10) * hollow;
  return (0.12 + 0.56 * key + sky + 0.12 * gloss) * dark;
}

void main() {
  vec4 world = modelMatrix * vec4(position, 1.0);
  vec3 normal = normalize(mat3(viewMatrix) * mat3(modelMatrix) * shading.xyz);
  bright = vec2(lit(normal, shading.w), 0.74 * lit(-normal, -shading.w));
  beyond = dot(cut.xyz, world.xyz) - cut.w;
  gl_Position = projectionMatrix * viewMatrix * world;
}`;

const FRAGMENT = `
precision mediump float;
uniform vec3 tint;
uniform float opacity;
in vec2 bright;
in highp float beyond;
out vec4 colour;

void main() {
  #ifdef CUT
    if (beyond > 0.0) discard;
  #endif
  float light = gl_FrontFacing ? bright.x : bright.y;
  vec3 stone = mix(vec3(0.204, 0.141, 0.118), vec3(0.471, 0.361, 0.298), clamp(light * 4.0, 0.0, 1.0));
  stone = mix(stone, vec3(0.729, 0.612, 0.502), clamp((light - 0.25) * 4.0, 0.0, 1.0));
  stone = mix(stone, vec3(0.894, 0.808, 0.698), clamp((light - 0.5) * 4.545, 0.0, 1.0));
  stone = mix(stone, vec3(0.973, 0.933, 0.863), clamp((light - 0.72) * 5.556, 0.0, 1.0));
  stone = mix(stone, vec3(1.0, 0.988, 0.961), clamp((light - 0.9) * 6.667, 0.0, 1.0));
  colour = vec4(stone * tint * (gl_FrontFacing ? vec3(1.0) : vec3(0.95, 1.0, 1.09)), opacity);
}`;

/** The cut through all scans: world coordinates of its normal, and its offset. */
export type CutUniform = IUniform<Vector4>;

/** No cut: nothing lies beyond it. */
export function noCut(): CutUniform {
  return { value: new Vector4(0, 0, 0, 0) };
}

/** The stone of one scan; `depthOnly` draws what is behind it away, and nothing else. */
export function stone(
  cut: CutUniform,
  tint: readonly [number, number, number],
  depthOnly = false,
): RawShaderMaterial {
  return new RawShaderMaterial({
    glslVersion: GLSL3,
    vertexShader: VERTEX,
    fragmentShader: FRAGMENT,
    uniforms: { cut, tint: { value: tint }, opacity: { value: 1 } },
    side: DoubleSide,
    colorWrite: !depthOnly,
  });
}
