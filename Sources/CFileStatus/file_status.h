#ifndef CFILESTATUS_FILE_STATUS_H
#define CFILESTATUS_FILE_STATUS_H

#include <stdint.h>
#include <sys/stat.h>

/// What the system says of a file. Several modules bring `struct stat` along, and which of them Swift
/// takes its members to belong to differs between debug and optimised builds: this one is ours.
struct file_status {
  /// Kind and permission bits.
  uint32_t mode;
  uint32_t owner;
  int64_t size;
};

static inline int file_status_copied(int result, const struct stat *seen, struct file_status *status) {
  if (result != 0) return result;
  status->mode = seen->st_mode;
  status->owner = seen->st_uid;
  status->size = seen->st_size;
  return 0;
}

/// As fstat(2): 0, or -1 with `errno` set.
static inline int file_status_open(int descriptor, struct file_status *status) {
  struct stat seen;
  return file_status_copied(fstat(descriptor, &seen), &seen, status);
}

/// As stat(2): links are followed.
static inline int file_status_at(const char *path, struct file_status *status) {
  struct stat seen;
  return file_status_copied(stat(path, &seen), &seen, status);
}

/// As lstat(2): a link is looked at itself.
static inline int file_status_entry(const char *path, struct file_status *status) {
  struct stat seen;
  return file_status_copied(lstat(path, &seen), &seen, status);
}

#endif
