package io.github.mesosdiscovery.sample.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link QuickClassLoader}. {@code SampleJarIT} uses it with the real jar.
 */
class QuickClassLoaderTests {

	private static final String NAME = Help.class.getName();

	@TempDir
	@SuppressWarnings("NullAway.Init")
	private Path directory;

	@Test
	void loadsClassesUnknownToItsParent() throws Exception {
		try (URLClassLoader boot = loader(jar("b-1.jar", UsageException.class), jar("a-1.jar", Help.class))) {
			QuickClassLoader loader = new QuickClassLoader(boot);
			Class<?> loaded = loader.loadClass(NAME);
			assertThat(loaded).isNotSameAs(Help.class);
			assertThat(loaded.getClassLoader()).isSameAs(loader);
			assertThat(loader.loadClass("java.lang.String")).isSameAs(String.class);
		}
	}

	@Test
	void searchesTheJarsOfTheCommandFirst() throws Exception {
		Path broken = Files.writeString(this.directory.resolve("a-1.jar"), "This is no jar");
		try (URLClassLoader boot = loader(url(broken), jar("zookeeper-3.9.5.jar", Help.class))) {
			assertThat(new QuickClassLoader(boot).loadClass(NAME)).isNotNull();
		}
	}

	@Test
	void searchesTheOtherJarsLast() throws Exception {
		try (URLClassLoader boot = loader(jar("zookeeper-3.9.5.jar", UsageException.class),
				jar("a-1.jar", Help.class))) {
			assertThat(new QuickClassLoader(boot).loadClass(NAME)).isNotNull();
		}
	}

	@Test
	void namesAMissingClass() throws Exception {
		try (URLClassLoader boot = loader(jar("a-1.jar", UsageException.class))) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> new QuickClassLoader(boot).loadClass(NAME))
				.withMessage(NAME);
		}
	}

	@Test
	void opensNoJarForClassesOfAndroid() throws Exception {
		Path broken = Files.writeString(this.directory.resolve("a-1.jar"), "This is no jar");
		try (URLClassLoader boot = loader(url(broken))) {
			assertThatExceptionOfType(ClassNotFoundException.class)
				.isThrownBy(() -> new QuickClassLoader(boot).loadClass("libcore.io.Memory"))
				.withNoCause();
		}
	}

	@Test
	void isForNestedJarsOnly() throws Exception {
		try (URLClassLoader boot = loader(jar("a-1.jar", Help.class));
				URLClassLoader other = loader(this.directory.toUri().toURL())) {
			assertThat(QuickClassLoader.isFor(boot)).isTrue();
			assertThat(QuickClassLoader.isFor(other)).isFalse();
			assertThat(QuickClassLoader.isFor(ClassLoader.getSystemClassLoader())).isFalse();
		}
	}

	private static URLClassLoader loader(URL... urls) {
		return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
	}

	private URL jar(String name, Class<?> content) throws IOException {
		Path jar = this.directory.resolve(name);
		String path = content.getName().replace('.', '/') + ".class";
		try (OutputStream file = Files.newOutputStream(jar);
				JarOutputStream out = new JarOutputStream(file);
				InputStream in = Objects.requireNonNull(content.getResourceAsStream("/" + path))) {
			out.putNextEntry(new JarEntry(path));
			in.transferTo(out);
		}
		return url(jar);
	}

	private static URL url(Path jar) throws IOException {
		return URI.create("jar:" + jar.toUri() + "!/").toURL();
	}

}
