package dev.jvirt.base.domain;

import static dev.jvirt.base.domain.Definitions.definition;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.FormatFlags;
import org.junit.jupiter.api.Test;

class RecentDocumentsTest {
    private final RecentDocuments documents = new RecentDocuments();

    @Test
    void aDocumentIsMadeOnceAsLongAsTheDefinitionIsTheSame() {
        var web = definition("web", 1);

        String first = documents.format(web, FormatFlags.LIVE);

        assertThat(first).isEqualTo(web.format(FormatFlags.LIVE));
        assertThat(documents.format(web, FormatFlags.LIVE)).isSameAs(first);
    }

    @Test
    void aNewDefinitionOfTheSameNameHasADocumentOfItsOwn() {
        documents.format(definition("web", 1), FormatFlags.LIVE);
        var anew = definition("web", 2);

        assertThat(documents.format(anew, FormatFlags.LIVE)).contains(anew.uuid().get().toString());
    }

    @Test
    void everySortOfDocumentIsKeptApart() {
        var web = Definitions.running("web", 1, 7);

        String live = documents.format(web, FormatFlags.LIVE);
        String inactive = documents.format(web, FormatFlags.INACTIVE);

        assertThat(live).contains("id='7'");
        assertThat(inactive).doesNotContain("id='7'");
    }

    @Test
    void moreDomainsThanPlacesAreNoTrouble() {
        for (int i = 0; i < 1000; i++) {
            var domain = definition("domain-" + i, i);

            assertThat(documents.format(domain, FormatFlags.LIVE))
                    .contains("<name>domain-" + i + "</name>");
        }
    }
}
