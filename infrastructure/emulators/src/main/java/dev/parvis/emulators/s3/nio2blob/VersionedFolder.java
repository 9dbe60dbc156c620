package dev.parvis.emulators.s3.nio2blob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;

import org.gaul.s3proxy.nio2blob.AbstractNio2BlobStore;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.wire.Folder;

/**
 * S3Proxy's folder store with versions and encryption headers. It can do both (it does for its in-memory twin) and says
 * no for a folder, because not every file system keeps extended attributes; this one refuses such a file system, where
 * content types and metadata would be lost too.
 */
public final class VersionedFolder extends AbstractNio2BlobStore {
    private VersionedFolder(Path root) {
        super(root);
    }

    /** Over this folder, made when it is not there; made absolute, for a relative root breaks listings silently. */
    public static VersionedFolder at(Path folder) {
        var root = Folder.writable(folder, "S3");
        try {
            if (Files.getFileStore(root).supportsFileAttributeView(UserDefinedFileAttributeView.class)) {
                return new VersionedFolder(root);
            }
        } catch (IOException e) {
            throw new EmulatorFailed("cannot ask what file system " + root + " is on", e);
        }
        throw new EmulatorFailed("The folder " + root + ", meant for S3, is on a file system without extended"
                + " attributes, which keep content types and versions. Choose another folder.");
    }

    @Override
    public boolean supportsVersioning() {
        return true;
    }

    @Override
    public boolean supportsServerSideEncryption() {
        return true;
    }

    @Override
    public boolean supportsBucketEncryption() {
        return true;
    }
}
