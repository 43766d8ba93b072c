package io.github.mesosdiscovery;

import java.net.URISyntaxException;
import java.nio.file.Path;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/**
 * The compiled classes of the library, without its tests.
 */
final class LibraryClasses {

	static final String ROOT = "io.github.mesosdiscovery";

	static final JavaClasses ALL = new ClassFileImporter().importPath(location());

	private LibraryClasses() {
	}

	static Path location() {
		try {
			return Path.of(MesosMasterLocator.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
