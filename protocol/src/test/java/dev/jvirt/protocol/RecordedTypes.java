package dev.jvirt.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// libvirt's structures as recorded, brought into the words of [WireShape].
final class RecordedTypes {
    private final Map<String, List<Map<String, String>>> members = new HashMap<>();

    RecordedTypes() {
        for (var row : RecordedTable.rows("types")) {
            members.computeIfAbsent(row.get("type"), _ -> new ArrayList<>()).add(row);
        }
    }

    /// The shape of a structure or union, one line a member; empty for the structure `-`.
    List<String> shape(String type) {
        var shape = new ArrayList<String>();
        for (var member : members.getOrDefault(type, List.of())) {
            if (member.get("kind").equals("struct")) {
                shape.add(WireShape.word(member.get("field")) + ": " + member(member));
            } else if (!member.get("case").equals("discriminant")) {
                String field = WireShape.word(member.get("field"));
                shape.add("case %s %s: %s".formatted(member.get("value"), field, member(member)));
            }
        }
        return shape;
    }

    private String member(Map<String, String> member) {
        String base = member.get("base");
        String limit = member.get("limit");
        boolean bytes = base.equals("opaque") || base.equals("char");
        return switch (member.get("shape")) {
            case "scalar" -> type(base);
            case "optional" -> "optional " + type(base);
            case "fixed" -> base + "[" + limit + "]";
            case "variable" -> bytes ? base + "<" + limit + ">" : type(base) + "<" + limit + ">";
            default -> throw new IllegalStateException(member.toString());
        };
    }

    private String type(String base) {
        return switch (base) {
            case "int", "uint" -> "word";
            case "hyper", "uhyper" -> "long";
            case "double" -> "double";
            case "char", "uchar" -> "byte";
            case "ushort" -> "short";
            default -> named(base);
        };
    }

    private String named(String base) {
        var definition = members.get(base).getFirst();
        return switch (definition.get("kind")) {
            case "enum" -> "word";
            case "typedef" -> {
                if (definition.get("base").equals("string")) {
                    yield "string<" + definition.get("limit") + ">";
                }
                yield definition.get("base").equals("opaque") ? "uuid" : member(definition);
            }
            default -> WireShape.word(base);
        };
    }
}
