package io.github.mesosdiscovery.sample.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Loads classes from the jars within Spring Boot's jar, those of the command first.
 * <p>
 * Spring Boot's own loader asks some sixty jars in the order of their names for each
 * class, and ZooKeeper's is the last of all. That took half of the command's time.
 * Resources are not found: the command needs none.
 */
final class QuickClassLoader extends ClassLoader {

	/** In the order that finds most classes soonest. */
	private static final List<String> FIRST = List.of("!BOOT-INF/classes/", "/curator-framework-",
			"/mesos-discovery-autoconfigure-", "/curator-client-", "/zookeeper-", "/protobuf-java-", "/jackson-core-",
			"/mesos-discovery-proto-", "/slf4j-api-", "/commons-logging-", "/mesos-discovery-test-", "/netty-handler-",
			"/spring-context-", "/spring-core-");

	/** Protobuf asks for these to learn whether it runs on Android. */
	private static final List<String> ABSENT = List.of("libcore.io.Memory", "org.robolectric.Robolectric");

	static {
		registerAsParallelCapable();
	}

	private final List<URL> urls;

	private final Map<String, JarFile> jars = new ConcurrentHashMap<>();

	QuickClassLoader(URLClassLoader loader) {
		super(loader.getParent());
		this.urls = Stream.of(loader.getURLs()).sorted(Comparator.comparingInt(QuickClassLoader::position)).toList();
	}

	/**
	 * Return whether a loader is Spring Boot's, in front of jars within a jar.
	 */
	static boolean isFor(ClassLoader loader) {
		return loader instanceof URLClassLoader urls
				&& Stream.of(urls.getURLs()).allMatch((url) -> url.getProtocol().equals("jar"));
	}

	private static int position(URL url) {
		int position = 0;
		while (position < FIRST.size() && !url.getPath().contains(FIRST.get(position))) {
			position++;
		}
		return position;
	}

	@Override
	protected Class<?> findClass(String name) throws ClassNotFoundException {
		byte[] bytes = null;
		try {
			bytes = ABSENT.contains(name) ? null : find(name.replace('.', '/') + ".class");
		}
		catch (IOException ex) {
			throw new ClassNotFoundException(name, ex);
		}
		if (bytes == null) {
			throw new ClassNotFoundException(name);
		}
		return defineClass(name, bytes, 0, bytes.length);
	}

	private byte @Nullable [] find(String path) throws IOException {
		for (URL url : this.urls) {
			JarFile jar = open(url);
			JarEntry entry = jar.getJarEntry(path);
			if (entry != null) {
				try (InputStream content = jar.getInputStream(entry)) {
					return content.readAllBytes();
				}
			}
		}
		return null;
	}

	private JarFile open(URL url) throws IOException {
		JarFile jar = this.jars.get(url.getPath());
		if (jar == null) {
			jar = ((JarURLConnection) url.openConnection()).getJarFile();
			this.jars.put(url.getPath(), jar);
		}
		return jar;
	}

}
