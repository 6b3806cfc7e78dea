package dev.jvirt.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A message of a real session and some of what it says.
///
/// @param toServer which way it went
/// @param program the program, as libvirt names it
/// @param procedure the procedure, as libvirt names it
/// @param kind `call`, `reply`, `error`, `event`, `data`, `hole` or `end`
/// @param values values by the way to them
/// @param hex the whole frame
record GoldenMessage(
        boolean toServer,
        String program,
        String procedure,
        String kind,
        int serial,
        Map<String, String> values,
        String hex) {

    byte[] frame() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "%s %s %s #%d".formatted(program, procedure, kind, serial);
    }

    /// All of them, from a text with an empty line behind each.
    static List<GoldenMessage> all() {
        var messages = new ArrayList<GoldenMessage>();
        for (String block : text().split("\n\n")) {
            List<String> lines =
                    block.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                messages.add(parse(lines));
            }
        }
        return messages;
    }

    private static GoldenMessage parse(List<String> lines) {
        String[] first = lines.getFirst().split(" ");
        var values = new LinkedHashMap<String, String>();
        var hex = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(": ")) {
                hex.append(line.substring(2));
            } else {
                int equals = line.indexOf(" =");
                values.put(line.substring(0, equals), line.substring(equals + 2).strip());
            }
        }
        return new GoldenMessage(
                first[0].equals("->"),
                first[1],
                first[2],
                first[3],
                Integer.parseInt(first[4].substring(1)),
                values,
                hex.toString());
    }

    private static String text() {
        try (var in = GoldenMessage.class.getResourceAsStream("golden-messages.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
