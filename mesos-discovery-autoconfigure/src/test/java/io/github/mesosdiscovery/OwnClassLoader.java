package io.github.mesosdiscovery;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Has the class path to itself, shares nothing with the tests but the JDK, and remembers
 * what was loaded through it.
 */
public final class OwnClassLoader extends URLClassLoader {

	private final Set<String> loaded = ConcurrentHashMap.newKeySet();

	/**
	 * Create a class loader.
	 * @param isThere tells of the name of a jar or directory whether it can be found
	 */
	public OwnClassLoader(Predicate<String> isThere) {
		super(Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
			.map(Path::of)
			.filter((path) -> isThere.test(path.getFileName().toString()))
			.map(OwnClassLoader::url)
			.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
	}

	/** The names of the classes, those of the JDK included. */
	public Set<String> loaded() {
		return this.loaded;
	}

	@Override
	protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
		Class<?> found = super.loadClass(name, resolve);
		this.loaded.add(name);
		return found;
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
