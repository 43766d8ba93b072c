package io.github.mesosdiscovery.test.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * {@link ContextCustomizerFactory} for
 * {@link AutoConfigureTestMesosCluster @AutoConfigureTestMesosCluster}.
 */
final class TestMesosClusterContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		AutoConfigureTestMesosCluster settings = TestContextAnnotationUtils.findMergedAnnotation(testClass,
				AutoConfigureTestMesosCluster.class);
		return (settings != null) ? new TestMesosClusterContextCustomizer(settings.masters(), settings.path(),
				settings.format(), settings.http()) : null;
	}

}
