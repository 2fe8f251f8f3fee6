// The colours of each look, light and dark: solved for contrast, held to it by themes.test.ts.
/** Light and dark of one colour. */
export type Pair = readonly [light: string, dark: string]

const states = {
  okBg: ['#e0f7e5', '#1b3020'],
  ok: ['#19753f', '#52b070'],
  warnBg: ['#ffedda', '#352713'],
  warn: ['#8f5b0b', '#cc9130'],
  badBg: ['#ffebe8', '#3e211f'],
  bad: ['#ba3630', '#ef7770'],
  infoBg: ['#e4f2ff', '#1c2c39'],
  info: ['#156ba6', '#5ca2db'],
} satisfies Record<string, Pair>

export const palettes = {
  core: {
    ...states,
    bg: ['#f9fcfd', '#101315'], surface: ['#ffffff', '#1a1d1f'], sunken: ['#eff3f6', '#0a0d0e'], raised: ['#ffffff', '#232729'],
    border: ['#d7dde1', '#313537'], borderStrong: ['#80888d', '#6e7578'], text: ['#1c2428', '#e7ebed'], muted: ['#586267', '#a0a5a8'],
    accent: ['#086f96', '#44aedf'], onAccent: ['#ffffff', '#0d2632'], accentHover: ['#065a7a', '#6fc8f4'], accentSoft: ['#d9f1fe', '#143240'],
    onAccentSoft: ['#085573', '#89c4e3'], hi: ['#f8ca65', '#f1c45e'], onHi: ['#332b1b', '#372f1f'], focus: ['#01749d', '#4c9fc7'],
  },
  atlas: {
    ...states,
    bg: ['#fdfbf5', '#12111c'], surface: ['#ffffff', '#1c1c27'], sunken: ['#f6f2e8', '#0b0b15'], raised: ['#ffffff', '#252532'],
    border: ['#e1dccf', '#333340'], borderStrong: ['#8e8674', '#727389'], text: ['#29220f', '#e9e9f6'], muted: ['#675e4a', '#a2a2b4'],
    accent: ['#6556c8', '#9e98fe'], onAccent: ['#ffffff', '#22213c'], accentHover: ['#5340b0', '#b8b7ff'], accentSoft: ['#eaebff', '#2b294a'],
    onAccentSoft: ['#4e3bab', '#b3b2fa'], hi: ['#fdc583', '#fdbc6d'], onHi: ['#35291b', '#392d1f'], focus: ['#695acc', '#8f89e6'],
  },
  dusk: {
    ...states,
    bg: ['#fbfbfa', '#0c0c0c'], surface: ['#ffffff', '#161616'], sunken: ['#f3f2f1', '#060606'], raised: ['#ffffff', '#1f1f1f'],
    border: ['#dddcdb', '#2c2c2c'], borderStrong: ['#888685', '#6e6e6e'], text: ['#242221', '#e1e1e1'], muted: ['#615f5d', '#9c9c9c'],
    accent: ['#9f531c', '#d78a59'], onAccent: ['#ffffff', '#2a180c'], accentHover: ['#864005', '#eca57a'], accentSoft: ['#ffe8da', '#372012'],
    onAccentSoft: ['#7e3c06', '#d9a789'], hi: ['#a2daf6', '#9bd4f0'], onHi: ['#1d303a', '#21343e'], focus: ['#a35721', '#bc7d56'],
    okBg: ['#e0f7e5', '#132819'], ok: ['#19753f', '#48a768'], warnBg: ['#ffedda', '#2e200c'], warn: ['#8f5b0b', '#c58926'],
    badBg: ['#ffebe8', '#361a18'], bad: ['#ba3630', '#e76f68'], infoBg: ['#e4f2ff', '#152432'], info: ['#156ba6', '#559bd3'],
  },
  ledger: {
    ...states,
    bg: ['#f8fcfc', '#101414'], surface: ['#ffffff', '#1a1e1e'], sunken: ['#eef4f4', '#090d0d'], raised: ['#ffffff', '#232728'],
    border: ['#d7dede', '#303535'], borderStrong: ['#7f8989', '#6e7676'], text: ['#1b2525', '#e7ebec'], muted: ['#566262', '#9fa5a6'],
    accent: ['#0a746e', '#54b3ab'], onAccent: ['#ffffff', '#112725'], accentHover: ['#075e58', '#7accc4'], accentSoft: ['#d5f5f1', '#183331'],
    onAccentSoft: ['#005a55', '#8fc6c0'], hi: ['#c5df66', '#bed95f'], onHi: ['#2c311f', '#303523'], focus: ['#037a73', '#57a29b'],
  },
  azure: {
    ...states,
    bg: ['#f9fbfe', '#101316'], surface: ['#ffffff', '#1a1d21'], sunken: ['#eff3f8', '#0a0c10'], raised: ['#ffffff', '#24272b'],
    border: ['#d8dde3', '#313439'], borderStrong: ['#808791', '#70767d'], text: ['#1d242d', '#e8ebef'], muted: ['#59616b', '#a1a6ab'],
    accent: ['#2a61cf', '#74a4fc'], onAccent: ['#ffffff', '#17243d'], accentHover: ['#154cb8', '#9cbffd'], accentSoft: ['#e4edfe', '#1c2d4d'],
    onAccentSoft: ['#0f46b1', '#96bbfd'], hi: ['#7be9cd', '#74e2c6'], onHi: ['#1f342e', '#223731'], focus: ['#2d65d3', '#6393ed'],
  },
  notebook: {
    ...states,
    bg: ['#fcfbf7', '#131310'], surface: ['#ffffff', '#1e1d1a'], sunken: ['#f4f2eb', '#0d0c09'], raised: ['#ffffff', '#272623'],
    border: ['#dfdcd3', '#353430'], borderStrong: ['#8a8779', '#75746e'], text: ['#262315', '#ebeae7'], muted: ['#635f50', '#a5a49f'],
    accent: ['#373429', '#c1da1d'], onAccent: ['#ffffff', '#202606'], accentHover: ['#302d22', '#d3ea4a'], accentSoft: ['#eaf6c1', '#2b3203'],
    onAccentSoft: ['#535044', '#b3c36c'], hi: ['#c7e02b', '#c1da1d'], onHi: ['#2d301f', '#313523'], focus: ['#373429', '#c1da1d'],
  },
} satisfies Record<string, Record<string, Pair>>

export type Palette = Record<keyof (typeof palettes)['core'], Pair>
