# Inter 4.1 (inter-ui 4.1.1 on npm): tabular figures made the default, cut down to what reports are written in.
import sys
from fontTools.ttLib import TTFont
from fontTools import subset
src, out = sys.argv[1], sys.argv[2]
f = TTFont(src)
tnum = {}
for rec in f["GSUB"].table.FeatureList.FeatureRecord:
    if rec.FeatureTag == "tnum":
        for i in rec.Feature.LookupListIndex:
            for st in f["GSUB"].table.LookupList.Lookup[i].SubTable:
                st = getattr(st, "ExtSubTable", st)
                tnum.update(st.mapping)
for t in f["cmap"].tables:
    for c, g in list(t.cmap.items()):
        if g in tnum: t.cmap[c] = tnum[g]
o = subset.Options(); o.layout_features = ["kern", "ccmp", "locl", "mark"]; o.name_IDs = ["*"]; o.notdef_outline = True; o.hinting = False
s = subset.Subsetter(o)
u = list(range(0x20, 0x250)) + list(range(0x400, 0x530)) + list(range(0x2000, 0x2070)) + list(range(0x20A0, 0x20C1)) + [0x2116, 0x2122, 0x2190,0x2191,0x2192,0x2193, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B2, 0x25BC, 0x25CF, 0x25CB, 0x2026, 0xFFFD, 0x0301]
s.populate(unicodes=u); s.subset(f)
f.flavor = None; f.save(out + ".ttf")
f.flavor = "woff2"; f.save(out + ".woff2")
