package io.github.mesosdiscovery.test;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.github.mesosdiscovery.test.junit.MesosClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the cluster and its JUnit extension without Spring on the class path.
 */
@Timeout(60)
class WithoutSpringTests {

	@Test
	void clusterStarts() throws Exception {
		try (URLClassLoader classLoader = withoutSpring()) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> classLoader.loadClass("org.springframework.test.context.ContextCustomizer"));
			Class<?> type = classLoader.loadClass(TestMesosCluster.class.getName());
			assertThat(type).isNotEqualTo(TestMesosCluster.class);
			try (AutoCloseable cluster = (AutoCloseable) type.getMethod("start").invoke(null)) {
				type.getMethod("startMaster").invoke(cluster);
				assertThat((List<?>) type.getMethod("masters").invoke(cluster)).hasSize(1);
			}
		}
	}

	@Test
	void extensionLoads() throws Exception {
		try (URLClassLoader classLoader = withoutSpring()) {
			assertThat(classLoader.loadClass(MesosClusterExtension.class.getName()).getConstructor().newInstance())
				.isNotInstanceOf(MesosClusterExtension.class);
		}
	}

	/** The class path without Spring and without loaded classes. */
	private static URLClassLoader withoutSpring() {
		URL[] urls = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> !path.getFileName().toString().startsWith("spring-"))
			.map(WithoutSpringTests::url)
			.toArray(URL[]::new);
		return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
	}

	private static URL url(Path path) {
		try {
			return path.toUri().toURL();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
