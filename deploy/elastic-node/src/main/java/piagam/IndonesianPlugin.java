package piagam;

import java.util.Map;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;

/**
 * Two of Lucene's filters under the names that Elasticsearch's own analysis-common gives them, so that the
 * mappings under test are those that any Elasticsearch takes. For tests alone.
 */
public final class IndonesianPlugin extends Plugin implements AnalysisPlugin {

    @Override
    public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
        // A node makes one of every filter for every index, but for those that cannot do without settings.
        AnalysisProvider<TokenFilterFactory> stemmer = AnalysisPlugin.requiresAnalysisSettings(
            (index, environment, name, settings) -> new Stemmer(name, settings));
        return Map.of(
            "asciifolding", (index, environment, name, settings) -> new Folding(name, settings),
            "stemmer", stemmer);
    }

    private static final class Folding extends AbstractTokenFilterFactory {
        Folding(String name, Settings settings) {
            super(name, settings);
        }

        @Override
        public TokenStream create(TokenStream words) {
            return new ASCIIFoldingFilter(words);
        }
    }

    private static final class Stemmer extends AbstractTokenFilterFactory {
        Stemmer(String name, Settings settings) {
            super(name, settings);
            if (!"indonesian".equals(settings.get("language"))) {
                throw new IllegalArgumentException("this node stems Indonesian alone");
            }
        }

        @Override
        public TokenStream create(TokenStream words) {
            return new IndonesianStemFilter(words);
        }
    }
}
