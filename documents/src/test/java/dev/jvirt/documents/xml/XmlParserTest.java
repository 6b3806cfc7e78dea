package dev.jvirt.documents.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlParserTest {
    private static Element parse(String text) {
        return XmlParser.parse(text, "(doc)");
    }

    private static LibvirtException refusal(String text) {
        return catchThrowableOfType(LibvirtException.class, () -> parse(text));
    }

    @Test
    void elementsHaveAttributesTextAndChildren() {
        Element root =
                parse(
                        """
                        <?xml version='1.0' encoding="UTF-8"?>
                        <!-- a domain -->
                        <domain type='test' id="7">
                          <name>a &lt;b&gt; &amp; &#99;&#x64; &quot;&apos;</name>
                          <empty/>
                          <data><![CDATA[<raw>]]></data>
                        </domain>
                        <?end?>
                        """);

        assertThat(root.name()).isEqualTo("domain");
        assertThat(root.attribute("type")).contains("test");
        assertThat(root.attribute("id")).contains("7");
        assertThat(root.text("name")).contains("a <b> & cd \"'");
        assertThat(root.child("empty").orElseThrow().content()).isEmpty();
        assertThat(root.text("data")).contains("<raw>");
        assertThat(root.line()).isEqualTo(3);
        assertThat(root.children()).extracting(Element::line).containsExactly(4, 5, 6);
    }

    @Test
    void prefixesStandForNamespaces() {
        Element root = parse("<a xmlns:p='x' xmlns='d'><p:b xmlns:p='y'/><p:c/><d/></a>");

        assertThat(root.namespace()).isEqualTo("d");
        assertThat(root.children())
                .extracting(Element::namespace, Element::name)
                .extracting(Object::toString)
                .containsExactly("(\"y\", \"b\")", "(\"x\", \"c\")", "(\"d\", \"d\")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"p:domain", "a:b:c", ":a", "a:"})
    void aNameWithAnUnknownPrefixIsTakenAsAWhole(String name) {
        assertThat(parse("<" + name + "/>").name()).isEqualTo(name);
        assertThat(parse("<" + name + "/>").namespace()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "< | StartTag: invalid element name | -^",
                "</a> | StartTag: invalid element name | -^",
                "x | Start tag expected, '<' not found | ^",
                "<a | Couldn't find end of Start Tag a line 1 | --^",
                "<a> | Premature end of data in tag a line 1 | ---^",
                "<a></b> | Opening and ending tag mismatch: a line 1 and b | -------^",
                "<a></> | Opening and ending tag mismatch: a line 1 and unparsable | ------^",
                "<a></a x> | expected '>' | -------^",
                "<a/>x | Extra content at the end of the document | ----^",
                "<a b></a> | Specification mandates value for attribute b | ----^",
                "<a b=c/> | AttValue: \" or ' expected | -----^",
                "<a b='c/> | AttValue: ' expected | ---------^",
                "<a b='<'/> | Unescaped '<' not allowed in attributes values | ------^",
                "<a b='c' b='d'/> | Attribute b redefined | --------------^",
                "<a xmlns:p='1' xmlns:p='2'/> | Attribute xmlns:p redefined"
                        + " | --------------------------^",
                "<a b='c'c='d'/> | attributes construct error | --------^",
                "<a//> | error parsing attribute name | --^",
                "<a>&x;</a> | Entity 'x' not defined | ------^",
                "<a>&amp</a> | EntityRef: expecting ';' | -------^",
                "<a>&</a> | xmlParseEntityRef: no name | ----^",
                "<a>&#0;</a> | xmlParseCharRef: invalid xmlChar value 0 | -------^",
                "<a>&#xZ;</a> | CharRef: invalid hexadecimal value | ------^",
                "<a>&#65z;</a> | CharRef: invalid decimal value | -------^",
                "<a>&#x110000;</a> | xmlParseCharRef: character reference out of bounds"
                        + " | -------------^",
                "<a>x]]>y</a> | Sequence ']]>' not allowed in content | ---^",
                "<!-- x | Comment not terminated | ------^",
                "<!-- x -- y --><a/> | Double hyphen within comment: <!-- x | -------^",
                "<?xml version='9.0'?><a/> | Unsupported version '9.0' | -------------------^",
                "<a><?xml version='1.0'?></a> | XML declaration allowed only at the start of the"
                        + " document | --------^",
                "<?pi x | ParsePI: PI pi never end ... | ------^",
                "<!DOCTYPE a><a/> | Document type declarations are not allowed | ^",
                "<a>é&x;</a> | Entity 'x' not defined | --------^",
            })
    void whatIsWrongIsPointedAt(String text, String message, String pointer) {
        var error = refusal(text);

        assertThat(error.code()).isEqualTo(ErrorCode.XML_DETAIL);
        assertThat(String.valueOf(error.getMessage()).lines().map(String::stripTrailing))
                .containsExactly("(doc):1: " + message, text, pointer);
    }

    @Test
    void theLineIsNamedAndShown() {
        assertThat(refusal("<a>\n  <b>\n</c>\n</a>"))
                .hasMessage(
                        "(doc):3: Opening and ending tag mismatch: b line 2 and c\n</c>\n----^");
        assertThat(refusal("")).hasMessage("(doc):1: Document is empty\n(null)\n^");
        assertThat(refusal("<a>\n"))
                .hasMessage("(doc):2: Premature end of data in tag a line 1\n(null)\n^");
    }

    @Test
    void depthIsBounded() {
        assertThat(parse("<a>".repeat(256) + "</a>".repeat(256)).name()).isEqualTo("a");
        assertThat(refusal("<a>".repeat(257) + "</a>".repeat(257)))
                .hasMessageContaining("Excessive depth in document: 256");
    }

    @Test
    void whateverComesIsReadOrRefused() {
        var random = new Random(7);
        List<String> pieces =
                List.of(
                        "<",
                        ">",
                        "/",
                        "</",
                        "/>",
                        "<a",
                        "a",
                        ":",
                        "=",
                        "'",
                        "\"",
                        " ",
                        "\n",
                        "&",
                        "&#",
                        "x",
                        "1",
                        ";",
                        "<!--",
                        "--",
                        "-->",
                        "<?",
                        "?>",
                        "xml",
                        "<![CDATA[",
                        "]]>",
                        "<a>",
                        "</a>",
                        "xmlns:p='u'",
                        "p:",
                        "é",
                        "\u0001",
                        "\uFFFE",
                        "\t");
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(random.nextBoolean() ? "<a>" : "");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            try {
                parse(text.toString());
            } catch (LibvirtException refused) {
                assertThat(refused.code()).isEqualTo(ErrorCode.XML_DETAIL);
            }
        }
    }
}
